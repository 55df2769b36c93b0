package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.local.LocalHost;

/** Random trees with MaxDock's own files in them: none of those is sent, all others are, and the digest is of those. */
class OwnFilesTest {

    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final List<String> OWN = List.of(
            "maxdock.json",
            ".maxdock.json.maxdock-new",
            ".maxdock.json.maxdock-lock",
            ".Dockerfile.maxdock-new",
            ".allowed_signers.maxdock-lock",
            "recon.maxdock.sh");
    private static final List<String> OTHERS = List.of(
            "Dockerfile",
            "recon.sh",
            "maxdock.json.bak",
            "my-maxdock.json",
            "maxdock-new",
            ".maxdock-lock",
            ".env",
            "maxdock.sh",
            "data file",
            "MAXDOCK.JSON");

    @TempDir
    Path here;

    private final Random random = new Random(SEED);

    /** As a list for docker says it: of what is MaxDock's, and of nothing else. */
    @Test
    void theListForDockerNamesTheSame() throws Exception {
        IgnoreRules rules = IgnoreRules.parse(String.join("\n", OwnFiles.PATTERNS), "Dockerfile");
        for (String folder : List.of("", "a/", "a/.b/")) {
            assertThat(OWN).allMatch(name -> rules.names(folder + name));
            assertThat(OTHERS).noneMatch(name -> rules.names(folder + name));
        }
    }

    @Test
    void areInNoContextHereOrOnTheServer() throws Exception {
        for (int i = 0; i < 40; i++) {
            Path folder = Files.createDirectory(here.resolve("tree" + i));
            Set<String> others = new TreeSet<>(Set.of("Dockerfile"));
            Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . .\n");
            Set<Path> own = plant(folder, folder, others, 3);
            if (random.nextBoolean()) {
                Files.writeString(folder.resolve(".dockerignore"), "nothing\n!maxdock.json\n!**/.*.maxdock-new\n");
                others.add(".dockerignore");
            }
            String digest = digest(folder, others, i);
            assertThat(new ServerFolder(new LocalHost(), folder.toString())
                            .size("Dockerfile", new Cancellation())
                            .files())
                    .as("seed %d, tree %d", SEED, i)
                    .isEqualTo(others.size());
            assertThat(new ServerFolder(new LocalHost(), folder.toString())
                            .choice("Dockerfile", random.nextBoolean(), new Cancellation())
                            .toBePacked()
                            .map(TreeSet::new))
                    .isEqualTo(own.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(others));
            for (Path file : own) {
                Files.writeString(file, "changed");
            }
            assertThat(digest(folder, others, i)).isEqualTo(digest);
        }
    }

    private Set<Path> plant(Path root, Path folder, Set<String> others, int deep) throws IOException {
        Set<Path> own = new TreeSet<>();
        for (String name : OWN) {
            if (random.nextInt(4) == 0) {
                own.add(Files.writeString(folder.resolve(name), name));
            }
        }
        for (String name : OTHERS) {
            if (random.nextInt(3) == 0 && Files.notExists(folder.resolve(name))) {
                others.add(root.relativize(Files.writeString(folder.resolve(name), name))
                        .toString());
            }
        }
        for (int i = 0; deep > 0 && i < 2; i++) {
            Path inner = Files.createDirectory(folder.resolve("d" + i));
            others.add(root.relativize(inner).toString());
            own.addAll(plant(root, inner, others, deep - 1 - random.nextInt(2)));
        }
        return own;
    }

    private static String digest(Path folder, Set<String> others, int tree) throws Exception {
        BuildContext context = BuildContext.of(folder, "Dockerfile");
        Set<String> sent = new TreeSet<>();
        try (InputStream stream = context.open();
                TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                sent.add(entry.getName().replaceFirst("/$", ""));
            }
            stream.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(sent).as("seed %d, tree %d", SEED, tree).isEqualTo(others);
        return context.digest();
    }
}
