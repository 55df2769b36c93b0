package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

    @TempDir
    Path folder;

    @Test
    void saysWhyAndNotTheBarePath() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(reason(() -> Files.readString(folder.resolve("none")))).isEqualTo("no such file or directory");
        assertThat(reason(() -> list(file))).isEqualTo("not a directory");
        assertThat(reason(() -> Files.createFile(file))).isEqualTo("file exists");
        assertThat(reason(() -> Files.delete(folder))).isEqualTo("directory not empty");
        assertThat(reason(() -> Files.readString(file.resolve("below")))).isEqualToIgnoringCase("not a directory");
        assertThat(reason(() -> Files.readString(folder))).isEqualToIgnoringCase("is a directory");
        assertThat(IoReason.of(new IOException("first\nsecond"))).isEqualTo("first");
        assertThat(IoReason.of(new IOException(""))).isEqualTo("IOException");
    }

    private interface Action {
        void act() throws IOException;
    }

    private static String reason(Action action) {
        return IoReason.of(catchThrowableOfType(IOException.class, action::act));
    }

    private static void list(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            assertThat(entries).isEmpty();
        }
    }
}
