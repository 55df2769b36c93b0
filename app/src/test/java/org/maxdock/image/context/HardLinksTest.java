package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.KeptFolder;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;

/** A file of several names is one file for the engine, too, as docker's clients send it. */
class HardLinksTest {

    private static final int ROUNDS = 40;
    private static final List<String> NAMES = List.of("a", "b", "c d", "d/a", "d/e", "a.b", "ä", "long".repeat(30));

    private final Random random = new Random(17);
    private final LocalHost host = new LocalHost();

    @TempDir
    Path here;

    private Path folder;
    private Path there;

    @BeforeEach
    void fill() throws Exception {
        folder = Files.createDirectory(here.resolve("folder"));
        there = Files.createDirectory(here.resolve("there"));
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
    }

    private BuildContext context() throws Exception {
        return BuildContext.of(folder, "Dockerfile");
    }

    @Test
    void theClassicBuilderGetsItOnce() throws Exception {
        Files.writeString(folder.resolve("a"), "x".repeat(1000));
        Files.createLink(folder.resolve("b"), folder.resolve("a"));
        Files.createLink(folder.resolve("out"), folder.resolve("a"));
        Files.writeString(folder.resolve(".dockerignore"), "out\n");
        Map<String, TarArchiveEntry> entries = new TreeMap<>();
        try (var tar = new TarArchiveInputStream(
                new ByteArrayInputStream(context().open().readAllBytes()))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                entries.put(entry.getName(), entry);
            }
        }
        assertThat(entries).doesNotContainKey("out");
        TarArchiveEntry link = entries.get("a").isLink() ? entries.get("a") : entries.get("b");
        TarArchiveEntry file = link.getName().equals("a") ? entries.get("b") : entries.get("a");
        assertThat(link.isLink()).isTrue();
        assertThat(link.getLinkName()).isEqualTo(file.getName());
        assertThat(file.getSize()).isEqualTo(1000);
        assertThat(file.isFile()).isTrue();
    }

    /** Whatever was done to the folder, and whatever the host remembers of its copy. */
    @Test
    void theCopyHasTheSameFilesByTheSameNames() throws Exception {
        ContextIndexes indexes = new ContextIndexes(here.resolve("index"));
        String was = "-";
        int links = 0;
        for (int round = 0; round < ROUNDS; round++) {
            change();
            ContextCopy copy = context().copy(indexes);
            Optional<String> remembered = round > 0 && random.nextInt(3) == 0 ? Optional.of("?") : Optional.of(was);
            Optional<KeptFolder.Change> change = copy.change(remembered, this::listing);
            if (change.isPresent()) {
                apply(change.get());
                was = change.get().now();
                copy.kept();
            }
            List<List<String>> ours = files(folder);
            links += ours.stream().mapToInt(names -> names.size() - 1).sum();
            assertThat(files(there)).as("round %d", round).isEqualTo(ours);
            try (Stream<Path> all = Files.list(folder)) {
                for (Path one : all.filter(Files::isRegularFile).toList()) {
                    assertThat(there.resolve(one.getFileName()))
                            .as("round %d", round)
                            .hasSameBinaryContentAs(one);
                }
            }
        }
        assertThat(links).isGreaterThan(ROUNDS / 2);
    }

    /** Writes, links, breaks or moves a few names, or leaves one out. */
    private void change() throws IOException {
        for (int i = random.nextInt(4); i >= 0; i--) {
            Path one = folder.resolve(NAMES.get(random.nextInt(NAMES.size())));
            Path other = folder.resolve(NAMES.get(random.nextInt(NAMES.size())));
            switch (random.nextInt(6)) {
                case 0 -> Files.writeString(one, "text " + random.nextInt(3)); // all names see it
                case 1, 2 -> {
                    if (Files.exists(one) && !one.equals(other)) {
                        Files.deleteIfExists(other);
                        Files.createLink(other, one);
                    }
                }
                case 3 -> {
                    if (Files.exists(one)) {
                        byte[] same = Files.readAllBytes(one);
                        Files.delete(one);
                        Files.write(one, same); // a file of its own that says the same
                    }
                }
                case 4 -> Files.deleteIfExists(one);
                default -> {
                    if (Files.exists(one)) {
                        Files.setPosixFilePermissions(
                                one, PosixFilePermissions.fromString(random.nextBoolean() ? "rw-r--r--" : "rwxr-x---"));
                    }
                }
            }
        }
    }

    private void apply(KeptFolder.Change change) throws Exception {
        for (String gone : change.gone()) {
            Files.deleteIfExists(there.resolve(gone));
        }
        try (InputStream tar = change.tar()) {
            Output output = host.run(Command.script(
                            "cd \"$1\" && tar --extract --preserve-permissions --no-same-owner"
                                    + " --delay-directory-restore",
                            there.toString())
                    .withInput(tar.readAllBytes()));
            assertThat(output.ok()).as(output.errors()).isTrue();
        }
    }

    private byte[] listing() {
        try {
            String functions = new String(
                    KeptFolder.class.getResourceAsStream("foldercopy.sh").readAllBytes(), StandardCharsets.UTF_8);
            return host.run(Command.script(functions + "\nlisting \"$1\"", there.toString()))
                    .bytes();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of each file, in a folder without the Dockerfile. */
    private static List<List<String>> files(Path folder) throws IOException {
        SortedMap<Object, List<String>> names = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path one : all) {
            names.computeIfAbsent(
                            ((Number) Files.getAttribute(one, "unix:ino")).longValue(), inode -> new ArrayList<>())
                    .add(folder.relativize(one) + " "
                            + Files.getPosixFilePermissions(one).stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(",")));
        }
        return names.values().stream()
                .sorted(java.util.Comparator.comparing(List::getFirst))
                .toList();
    }
}
