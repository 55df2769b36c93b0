package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Variables in a file mean what docker run takes them for. */
class VariablesFileTest {

    @TempDir
    Path folder;

    @Test
    void eachLineIsOneAndIsTakenAsItIs() throws Exception {
        Path file = Files.writeString(
                folder.resolve("env"), "\uFEFFA=b c \n# of no use\n\n  B='x' # y\nMINE\nC==\r\n#D=1\nE=\n");
        assertThat(VariablesFile.read(file.toString())).containsExactly("A=b c ", "B='x' # y", "MINE", "C==", "E=");
    }

    /** As bufio.ScanLines has it, which docker's client reads the file by. */
    @Test
    void aLineEndsAtALineFeedOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "A=x\ry\u2028z\nB=1\r\r\n\n\r\nC=2");
        assertThat(VariablesFile.read(file.toString())).containsExactly("A=x\ry\u2028z", "B=1\r", "C=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export PASSWORD=hunter2",
                "PASSWORD = hunter2",
                "PASSWORD\t=hunter2",
                "PASSWORD: hunter2",
                "=hunter2",
                "set PASSWORD",
            })
    void whatDockerRefusesIsRefusedByTheNumberOfItsLine(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "A=1\n# b c\n\n  " + line + "\nD=2\n");
        assertThatThrownBy(() -> VariablesFile.read(file.toString())).isInstanceOfSatisfying(Trouble.class, t -> {
            assertThat(t.kind()).isEqualTo(TroubleKind.BAD_VARIABLE_LINE);
            assertThat(t.arguments()).containsExactly(file.toString(), "4");
        });
    }

    @Test
    void whatIsNotThereOrNotUtf8IsTold() throws Exception {
        String absent = folder.resolve("absent").toString();
        assertThatThrownBy(() -> VariablesFile.read(absent))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.FILE_UNREADABLE));
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'A', '=', (byte) 0xe4});
        assertThatThrownBy(() -> VariablesFile.read(latin.toString())).hasMessageContaining("UTF-8");
    }
}
