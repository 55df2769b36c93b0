package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The files of a configuration: their lines, and those that Include names (ssh_config(5)). */
final class ConfigFiles {

    /** How deep files may include one another, as with OpenSSH. */
    static final int DEEPEST = 16;

    private final Path home;
    private final Path folder;

    /**
     * @param home whose it is
     * @param folder that names of included files are relative to
     */
    ConfigFiles(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    static List<String> lines(Path file) throws Trouble {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    /** Those that are there, in their order. */
    List<Path> included(String pattern) throws Trouble {
        String whole = new Tilde(home).expand(pattern).orElse(pattern);
        Path path = folder.resolve(whole);
        List<Path> found = new ArrayList<>(List.of(path.getRoot()));
        for (Path part : path) {
            List<Path> deeper = new ArrayList<>();
            for (Path each : found) {
                deeper.addAll(children(each, part.toString()));
            }
            found = deeper;
        }
        return found.stream().sorted().toList();
    }

    private static List<Path> children(Path parent, String name) throws Trouble {
        if (!name.matches(".*[*?\\[].*")) {
            Path child = parent.resolve(name);
            return Files.exists(child) ? List.of(child) : List.of();
        }
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, name.replace("{", "\\{"))) {
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(p ->
                            name.startsWith(".") || !p.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, parent, IoReason.of(e));
        }
    }
}
