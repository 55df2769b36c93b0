package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;

/** The inside of an image with everything that a layer can do; the judge is what the engine exports. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(120)
class InsideImageLabTest {

    private static final String IMAGE = "max-registry:5000/test/inside:1";
    /** Put there by the engine when it makes a container. */
    private static final String ENGINES = "\\.dockerenv|dev/.*|proc|sys|etc/(hosts|hostname|resolv\\.conf|mtab)";

    @BeforeAll
    static void build() {
        String dockerfile = """
                FROM %s
                RUN mkdir -p /a/b /gone /both; echo one > /a/b/one; echo two > /a/b/two; \
                head -c 100000 /dev/zero > /gone/big; echo x > /both/x; mkdir /becomes; echo f > /becomes/f
                RUN cd /a; touch 'sp ace' "new$(printf '\\nline')" 'quo"te' 'back\\\\slash' ' -> arrow' \
                "$(printf '\\377raw')" 'ümlaut'; ln -s '/a/ -> b' link; ln /a/b/two hard; \
                chmod 4750 two* 2>/dev/null; true
                ENV NOTHING=changes
                RUN rm -rf /gone; rm /a/b/one; rm -rf /both; mkdir /both; echo y > /both/y; rm -rf /becomes; \
                echo file > /becomes
                RUN echo longer than before > /a/b/two
                """.formatted(Lab.BASE);
        Lab.must(
                Lab.engineHost("root"),
                "mkdir -p /tmp/inside && cat > /tmp/inside/Dockerfile <<'DOCKERFILE'\n" + dockerfile
                        + "DOCKERFILE\ndocker build -q -t " + IMAGE + " /tmp/inside && rm -rf /tmp/inside");
    }

    @AfterAll
    static void remove() {
        Lab.sh(Lab.engineHost("root"), "docker rmi -f " + IMAGE);
    }

    @Test
    void filesAreThoseThatTheEngineExports() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            ImageContents contents = bench.insideImage().of(IMAGE, new Cancellation());
            Map<String, String> ours = new TreeMap<>();
            contents.files().values().stream()
                    .map(ImageContents.Placed::file)
                    .filter(f -> !f.path().matches(ENGINES))
                    .forEach(f -> ours.put(
                            f.path(),
                            f.kind() == 'h'
                                    ? "-"
                                    : f.kind() == '-' ? "- " + f.bytes() : f.kind() == 'l' ? "l " + f.target() : "d"));
            Map<String, String> engines = exported();
            contents.files().values().stream()
                    .map(ImageContents.Placed::file)
                    .filter(f -> f.kind() == 'h')
                    .forEach(f -> engines.put(f.path(), "-"));
            assertThat(shown(ours)).isEqualTo(shown(engines));
            assertThat(ours)
                    .containsKeys(
                            "a/new\nline",
                            "a/quo\"te",
                            "a/ -> arrow",
                            "a/" + RawText.of(new byte[] {(byte) 0xff, 'r', 'a', 'w'}),
                            "becomes")
                    .doesNotContainKeys("gone", "gone/big", "both/x", "becomes/f");
            assertThat(contents.layers())
                    .hasSize(5)
                    .last()
                    .satisfies(l -> assertThat(l.instruction()).startsWith("RUN echo longer"));
            assertThat(contents.wasted())
                    .extracting(ImageContents.Waste::path)
                    .contains("gone/big", "a/b/one", "a/b/two", "both/x", "becomes/f")
                    .doesNotContain("both/y");
            assertThat(contents.wasted().getFirst()).isEqualTo(new ImageContents.Waste("gone/big", 100_000, 2, 4));
            assertThat(FileNode.ofWaste(contents).bytes()).isEqualTo(contents.wastedBytes());
        }
    }

    /** The library that reads the export knows bytes that are not UTF-8 only as U+FFFD. */
    private static List<String> shown(Map<String, String> files) {
        return files.entrySet().stream()
                .map(e -> (e.getKey() + "=" + e.getValue()).replaceAll("[\\uDC80-\\uDCFF]", "\uFFFD"))
                .sorted()
                .toList();
    }

    private static Map<String, String> exported() throws Exception {
        Map<String, String> files = new TreeMap<>();
        String there = Lab.engineHost("mxuser");
        try (Server engines = Lab.connections().open(there.substring(there.indexOf('@') + 1));
                Running running = engines.host()
                        .start(Command.script(
                                "id=$(docker create \"$1\" true) && docker export \"$id\"; "
                                        + "docker rm \"$id\" >/dev/null",
                                IMAGE));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(running.output(), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                String name = entry.getName().replaceFirst("/$", "");
                if (!name.isEmpty() && !name.matches(ENGINES)) {
                    files.put(
                            name,
                            entry.isSymbolicLink()
                                    ? "l " + entry.getLinkName()
                                    : entry.isDirectory() ? "d" : "- " + entry.getSize());
                }
            }
        }
        return files;
    }

    @Test
    void aFileIsReadAndCopiedAndNothingIsLeft() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            InsideImage inside = bench.insideImage();
            assertThat(inside.read(IMAGE, "/a/b/two", 6, new Cancellation()))
                    .asString()
                    .isEqualTo("longer");
            assertThat(inside.read(IMAGE, "/both/y", 100, new Cancellation()))
                    .asString()
                    .isEqualTo("y\n");
            assertThat(keyOf(() -> inside.read(IMAGE, "/a/b/one", 100, new Cancellation())))
                    .isEqualTo("not-in-image");
            assertThat(keyOf(() -> inside.read(IMAGE, "/a/b", 100, new Cancellation())))
                    .isEqualTo("no-plain-file");
            assertThat(keyOf(() -> inside.read("test/none:1", "/x", 100, new Cancellation())))
                    .isEqualTo("no-such-image");
            assertThat(keyOf(() -> inside.of("test/none:1", new Cancellation())))
                    .isEqualTo("no-such-image");
            inside.copy(IMAGE, "/a/b", "/home/mxuser/inside-copy", new Cancellation());
            assertThat(Lab.must(Lab.engineHost("mxuser"), "cat ~/inside-copy/two; rm -rf ~/inside-copy"))
                    .isEqualTo("longer than before\n");
            assertThat(Lab.must(
                            Lab.engineHost("root"),
                            "docker ps -aq --filter ancestor=" + IMAGE + "; ls -d /tmp/tmp.* 2>/dev/null || true"))
                    .isEmpty();
        }
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call).key();
    }
}
