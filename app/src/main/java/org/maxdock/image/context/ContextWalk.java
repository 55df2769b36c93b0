package org.maxdock.image.context;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of a build context. A folder that is left out is not looked into, unless a pattern takes back what is
 * in it.
 */
final class ContextWalk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final IgnoreRules rules;
    private final List<ContextFile> files = new ArrayList<>();

    private ContextWalk(Path folder, IgnoreRules rules) {
        this.folder = folder;
        this.rules = rules;
    }

    static List<ContextFile> files(Path folder, IgnoreRules rules) throws IOException {
        ContextWalk walk = new ContextWalk(folder, rules);
        Files.walkFileTree(folder, walk);
        return walk.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        if (path.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        ContextFile file = ContextFile.of(folder, path);
        if (!rules.ignores(file.name())) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }
        return rules.takesBackBelow(file.name()) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        ContextFile file = ContextFile.of(folder, path);
        if (!rules.ignores(file.name())) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Also called for a folder that may not be entered, before anything else is: it may be one that is left out. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException trouble) throws IOException {
        boolean gone = trouble instanceof NoSuchFileException; // meanwhile, as an editor's own files go
        if (!path.equals(folder)
                && (gone || rules.ignores(ContextFile.of(folder, path).name()))) {
            return FileVisitResult.CONTINUE;
        }
        throw trouble;
    }
}
