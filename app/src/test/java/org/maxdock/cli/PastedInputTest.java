package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What is pasted on the command line is a file or the text itself. */
class PastedInputTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("my compose.yaml"), "volumes: [/a:/b]");
        assertThat(PastedInput.of(file.toString())).isEqualTo("volumes: [/a:/b]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker run -v /a:/b img", "-v/a:/b", "volumes:\n- /a:/b\n", "docker run\u0000 x"})
    void aTextStaysWhatItIs(String text) throws Exception {
        assertThat(PastedInput.of(text)).isEqualTo(text);
    }

    @Test
    void aWordAloneIsTheNameOfAFile() {
        assertThat(catchThrowableOfType(
                                Trouble.class,
                                () -> PastedInput.of(folder.resolve("none.yaml").toString()))
                        .kind())
                .isEqualTo(TroubleKind.FILE_UNREADABLE);
    }
}
