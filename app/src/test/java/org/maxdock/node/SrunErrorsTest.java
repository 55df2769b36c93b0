package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Output;

/** The lines of srun are those of SLURM 22.05, as a node of the lab gave them. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SrunErrorsTest {

    private static String filtered(String said) throws IOException {
        return new String(
                new SrunErrors(new ByteArrayInputStream(said.getBytes(StandardCharsets.ISO_8859_1))).readAllBytes(),
                StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"no such file\nsrun: error: max-wn002: task 0: Exited with exit code 7\n\" | \"no such file\n\"",
                "\"srun: error: max-wn002: task 0: Killed\nmore\" | more",
                "\"srun: error: max-wn002: task 0: Segmentation fault (core dumped)\n\" | \"\"",
                "\"srun: error: Slurm job 145 has expired\n\" | \"srun: error: Slurm job 145 has expired\n\"",
                "\"srun: err\" | \"srun: err\"",
                "\"my srun: error: x: task 0: Killed\n\" | \"my srun: error: x: task 0: Killed\n\"",
                "\"srun: error: x: tasks 0-3: Exited with exit code 1\" | \"\"",
                "\"\n\n\" | \"\n\n\"",
                "\"\" | \"\"",
            })
    void howItsTaskEndedIsNotTold(String said, String rest) throws IOException {
        assertThat(filtered(said)).isEqualTo(rest);
    }

    @Test
    void allElseStaysAsItIs() throws IOException {
        Random random = new Random(20261128);
        String[] parts = {
            "s", "srun", "srun: error: ", "\n", "task 0: ", "Killed", "\0\u00ff", "srun: error: a: task 0: "
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder said = new StringBuilder();
            while (random.nextInt(12) > 0) {
                said.append(parts[random.nextInt(parts.length)]);
            }
            String text = said.toString();
            String expected = text.replaceAll(
                    "(?m)^srun: error: \\S+: task 0: Killed\n|^srun: error: \\S+: task 0: Killed\\z", "");
            if (!text.matches("(?s).*(^|\n)srun: error: \\S+: tasks? .*Killed[ A-Za-z].*")) {
                assertThat(filtered(text)).as(text).isEqualTo(expected);
            }
        }
    }

    /** A question that waits for its answer has no end of its line. */
    @Test
    void whatMayNotBeSrunsComesAtOnce() throws IOException {
        try (PipedOutputStream from = new PipedOutputStream();
                InputStream errors = new SrunErrors(new PipedInputStream(from))) {
            from.write("Password: ".getBytes(StandardCharsets.US_ASCII));
            from.flush();
            assertThat(errors.readNBytes(10))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("Password: ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docker: no image\\nsrun: error: wn1: task 0: Exited with exit code 1\\n | docker: no image\\n",
                "srun: error: wn1: task 0: Exited with exit code 1\\n"
                        + " | srun: error: wn1: task 0: Exited with exit code 1\\n",
                "srun: error: Unable to allocate resources: x\\n | srun: error: Unable to allocate resources: x\\n",
                "'' | ''",
            })
    void ofWhatAStepLeftTheCommandsOwnWordsAreTold(String said, String told) {
        Output output = new Output(1, new byte[0], said.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(SrunErrors.told(output).errors()).isEqualTo(told.replace("\\n", "\n"));
    }
}
