package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.Texts;

/** Files that are not what they were when they were looked at. */
class ContextTarTest {

    @TempDir
    Path folder;

    private List<ContextFile> files(Path odd) throws Exception {
        Path after = Files.writeString(folder.resolve("after"), "after");
        return List.of(new ContextFile(odd, "odd"), new ContextFile(after, "after"));
    }

    private static byte[] packed(List<ContextFile> files) throws Exception {
        try (InputStream tar = ContextTar.ofSeconds().open(files)) {
            return tar.readAllBytes();
        }
    }

    private static byte[] content(TarArchiveInputStream tar, String name) throws Exception {
        TarArchiveEntry entry = tar.getNextEntry();
        assertThat(entry.getName()).isEqualTo(name);
        return tar.readAllBytes();
    }

    /** As this file of the kernel's, which has no size. */
    @Test
    void whatHasGrownIsAsLongAsItWas() throws Exception {
        Path grows = Path.of("/proc/self/status");
        assertThat(Files.size(grows)).isZero();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(packed(files(grows))))) {
            assertThat(content(tar, "odd")).isEmpty();
            assertThat(content(tar, "after")).asString().isEqualTo("after");
        }
    }

    /** As this one, which is shorter than it says. */
    @Test
    void whatHasShrunkIsFilledUp() throws Exception {
        Path shrinks = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        long size = Files.size(shrinks);
        byte[] whole = Files.readAllBytes(shrinks);
        assertThat(whole.length).isPositive().isLessThan((int) size);
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(packed(files(shrinks))))) {
            assertThat(content(tar, "odd"))
                    .startsWith(whole)
                    .hasSize((int) size)
                    .endsWith((byte) 0);
            assertThat(content(tar, "after")).asString().isEqualTo("after");
        }
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        List<ContextFile> files = files(folder.resolve("gone"));
        assertThatThrownBy(() -> packed(files))
                .satisfies(e -> assertThat(List.of(Locale.ENGLISH, Locale.GERMAN))
                        .extracting(language ->
                                new Texts(language).what(StreamTrouble.in(e).orElseThrow()))
                        .satisfiesExactly(
                                english -> assertThat(english).contains("odd: no such file or directory"),
                                german -> assertThat(german).contains("odd: ").doesNotContain("no such")));
    }
}
