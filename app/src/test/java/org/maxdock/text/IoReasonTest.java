package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(IoReason.of(new IOException("first\nsecond"))).hasToString("first");
        assertThat(IoReason.of(new IOException(""))).hasToString("IOException");
    }

    /** As the system words them, and Java, each has its sentence in each language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No such file or directory",
                "Permission denied",
                "Operation not permitted",
                "Not a directory",
                "Is a directory",
                "File exists",
                "Directory not empty",
                "Too many levels of symbolic links",
                "No space left on device",
                "Disk quota exceeded",
                "Read-only file system",
                "File name too long",
                "Too many open files",
                "Bad file descriptor",
                "Input/output error",
                "Stale file handle",
                "Broken pipe",
                "Connection refused",
                "Connection reset by peer"
            })
    void isToldInTheUsersLanguage(String said) {
        for (IOException e : List.of(new IOException(said), new FileSystemException("/a", null, said))) {
            assertThat(IoReason.of(e)).hasToString(said);
            Trouble trouble = new Trouble(e, TroubleKind.FILE_UNREADABLE, "/a", IoReason.of(e));
            assertThat(new Texts(Locale.GERMAN).what(trouble))
                    .startsWith("Die Datei /a ")
                    .doesNotContainIgnoringCase(said)
                    .doesNotContain("reason.");
        }
    }

    @Test
    void aQuestionOfAnotherProgramEndsASentence() {
        Trouble trouble = new Trouble(TroubleKind.ENGINE_GONE, "Is the docker daemon running?");
        assertThat(new Texts(Locale.ENGLISH).what(trouble)).endsWith("running?");
    }

    private interface Action {
        void act() throws IOException;
    }

    private static String reason(Action action) {
        return IoReason.of(catchThrowableOfType(IOException.class, action::act)).toString();
    }

    private static void list(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            assertThat(entries).isEmpty();
        }
    }
}
