package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link arrives as it was written, whatever it holds; a copy knows it by that. */
class ContextLinksTest {

    @TempDir
    private Path folder;

    static List<String> targets() {
        return RandomTrees.TARGETS;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isPackedByteForByte(String target) throws Exception {
        String bytes = new String(
                target.getBytes(target.contains("ä") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
                StandardCharsets.ISO_8859_1);
        Process made = new ProcessBuilder("bash", "-c", "IFS= read -r -d '' t; ln -s -- \"$t\" l")
                .directory(folder.toFile())
                .start();
        try (var to = made.getOutputStream()) {
            to.write((bytes + "\0").getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(made.waitFor()).isZero();
        ContextFile link = new ContextFile(folder.resolve("l"), "l");
        ContextTar tar = ContextTar.ofSeconds();
        try (InputStream packed = tar.open(List.of(link));
                TarArchiveInputStream in = new TarArchiveInputStream(packed, StandardCharsets.ISO_8859_1.name())) {
            TarArchiveEntry entry = in.getNextEntry();
            assertThat(entry.getLinkName()).isEqualTo(bytes);
            packed.transferTo(java.io.OutputStream.nullOutputStream());
        }
        assertThat(tar.sent().get("l")).isEqualTo("2 777 " + bytes);
    }

    /** Of such an address tells that it is a folder. */
    @Test
    void whereItLeadsToAFolderThatIsHereItIsNoOther() throws Exception {
        isPackedByteForByte(Files.createDirectory(folder.resolve("ä")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 x", "0 200 x", "0 77 x", "5 300 ", "5 477 ", "5 0 "})
    void whatItsOwnerMayNotReadIsTold(String what) {
        assertThat(ContextTar.isOpenToOwner(what)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 400 x", "0 4755 x", "5 500 ", "5 1777 ", "2 0 ..", "6 0 "})
    void othersAreOpen(String what) {
        assertThat(ContextTar.isOpenToOwner(what)).isTrue();
    }
}
