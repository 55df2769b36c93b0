package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.KeptFolder;

/** What is sent of a folder of which a host keeps a copy. */
class ContextCopyTest {

    @TempDir
    private Path here;

    private Path folder;

    @BeforeEach
    void fill() throws Exception {
        folder = Files.createDirectory(here.resolve("folder"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
        Files.writeString(folder.resolve("vanishing"), "x".repeat(100_000));
    }

    private ContextCopy copy() throws Exception {
        return BuildContext.of(folder, "Dockerfile").copy(new ContextIndexes(here.resolve("index")));
    }

    @Test
    void whatGoesMeanwhileIsPassedOver() throws Exception {
        ContextCopy copy = copy();
        Files.delete(folder.resolve("vanishing"));
        KeptFolder.Change change =
                copy.change(Optional.of("-"), () -> new byte[] {0}).orElseThrow();
        try (InputStream tar = change.tar()) {
            assertThat(new String(tar.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("vanishing");
        }
        assertThat(change.now()).hasSize(64);
    }

    @Test
    void whatItsOwnerMayNotReadCannotBeKept() throws Exception {
        assertThat(copy().canBeKept()).isTrue();
        Files.setPosixFilePermissions(folder.resolve("vanishing"), PosixFilePermissions.fromString("-wxrwxrwx"));
        assertThat(copy().canBeKept()).isFalse();
    }
}
