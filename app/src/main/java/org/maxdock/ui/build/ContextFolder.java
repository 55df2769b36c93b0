package org.maxdock.ui.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Server;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The folder that is built from, here or on the server, and its files. Not to be asked on the FX thread. */
record ContextFolder(BuildFolder folder, OpenProject project, Optional<Server> bench) implements Completion.Names {

    private static final int MOST = 1000;

    String read(String name) throws Trouble {
        return switch (folder) {
            case BuildFolder.Here here -> readHere(here.path().resolve(name));
            case BuildFolder.OnServer there ->
                new String(connected().files().readIfAny(there.path(), name), StandardCharsets.UTF_8);
        };
    }

    private static String readHere(Path file) throws Trouble {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    void write(String name, String text) throws Trouble {
        switch (folder) {
            case BuildFolder.Here here -> project.writeFile(name, text);
            case BuildFolder.OnServer there ->
                connected().files().write(there.path() + "/" + name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Server connected() throws Trouble {
        return bench.orElseThrow(() -> new Trouble(TroubleKind.NOT_CONNECTED));
    }

    /** Names of this machine's folder; none of a server's, which would take a round trip for each letter. */
    @Override
    public List<String> in(String inside) {
        if (!(folder instanceof BuildFolder.Here here)) {
            return List.of();
        }
        Path top = here.path().resolve(inside).normalize();
        if (!top.startsWith(here.path()) || !Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(top)) {
            return all.limit(MOST)
                    .map(p -> inside + p.getFileName() + (Files.isDirectory(p) ? "/" : ""))
                    .toList();
        } catch (IOException e) {
            System.getLogger(ContextFolder.class.getName()).log(System.Logger.Level.DEBUG, "no names of " + top, e);
            return List.of();
        }
    }

    @Override
    public List<String> images() {
        try {
            return bench.isEmpty()
                    ? List.of()
                    : bench.get().images().list().stream()
                            .map(ImageSummary::tags)
                            .flatMap(List::stream)
                            .toList();
        } catch (Trouble e) {
            System.getLogger(ContextFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "no images to complete with", e);
            return List.of();
        }
    }
}
