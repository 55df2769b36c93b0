package org.maxdock.image.context;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the files of a build folder as BuildKit's client does (tonistiigi/fsutil), which looks it through folder by
 * folder; a folder that is left out is there where something in it is not. MaxDock's own files are not among them.
 */
final class CopyWalk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final IgnoreRules rules;
    private final Deque<Above> above = new ArrayDeque<>();
    private final List<ContextFile> files = new ArrayList<>();
    private long bytes;

    /** A folder on the way to where the walk is. */
    private static final class Above {
        private final ContextFile file;
        private final IgnoreRules.Verdict verdict;
        private boolean taken;

        Above(ContextFile file, IgnoreRules.Verdict verdict, boolean taken) {
            this.file = file;
            this.verdict = verdict;
            this.taken = taken;
        }
    }

    private CopyWalk(Path folder, IgnoreRules rules) {
        this.folder = folder;
        this.rules = rules;
    }

    static CopyWalk of(Path folder, IgnoreRules rules) throws IOException {
        CopyWalk walk = new CopyWalk(folder, rules);
        Files.walkFileTree(folder, walk);
        return walk;
    }

    List<ContextFile> files() {
        return files;
    }

    /** Of all that they hold. */
    long bytes() {
        return bytes;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        if (path.equals(folder)) {
            above.push(new Above(new ContextFile(path, ""), IgnoreRules.Verdict.OF_ALL, true));
            return FileVisitResult.CONTINUE;
        }
        ContextFile file = ContextFile.of(folder, path);
        IgnoreRules.Verdict verdict = verdict(file);
        if (verdict.leftOut() && !rules.takesBack()) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        above.push(new Above(file, verdict, false));
        if (!verdict.leftOut()) {
            take();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException trouble) throws IOException {
        if (trouble != null) {
            throw trouble;
        }
        above.pop();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        ContextFile file = ContextFile.of(folder, path);
        if (!OwnFiles.has(file.name()) && !verdict(file).leftOut()) {
            take();
            files.add(file);
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
        }
        return FileVisitResult.CONTINUE;
    }

    /** Also called for a folder that may not be entered, before anything else is: it may be one that is left out. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException trouble) throws IOException {
        boolean gone = trouble instanceof NoSuchFileException;
        if (!path.equals(folder)
                && (gone || verdict(ContextFile.of(folder, path)).leftOut())) {
            return FileVisitResult.CONTINUE;
        }
        throw trouble;
    }

    private IgnoreRules.Verdict verdict(ContextFile file) {
        return rules.verdict(file.name(), above.element().verdict);
    }

    /** The folders above come first. */
    private void take() {
        above.descendingIterator().forEachRemaining(folder -> {
            if (!folder.taken) {
                folder.taken = true;
                files.add(folder.file);
            }
        });
    }
}
