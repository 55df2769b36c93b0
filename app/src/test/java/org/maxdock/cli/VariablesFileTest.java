package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
