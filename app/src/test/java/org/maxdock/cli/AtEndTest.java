package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whatever ends a program, what must be done before it is gone is done once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AtEndTest {

    /** A program that has something to give back. */
    static final class Program {

        private Program() {}

        /** @param words how it ends: it closes, fails, or waits for a signal; or a signal comes while it closes */
        public static void main(String[] words) throws Exception {
            try (AtEnd end = new AtEnd(() -> giveBack(words[0]))) {
                System.out.println("begun");
                switch (words[0]) {
                    case "waits" -> Thread.currentThread().join();
                    case "fails" -> throw new Trouble(TroubleKind.CANCELLED);
                    default -> assertThat(end).isNotNull();
                }
            }
        }

        private static void giveBack(String word) {
            if (word.equals("while")) {
                Thread ending = new Thread(() -> System.exit(0)); // as a signal does
                ending.start();
                try {
                    ending.join(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            System.out.println("given back");
        }
    }

    @ParameterizedTest
    @CsvSource({"closes, 0, 0", "fails, 0, 1", "while, 0, 0", "waits, INT, 130", "waits, TERM, 143", "waits, HUP, 129"})
    void itIsDoneOnce(String word, String signal, int status) throws Exception {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        word))
                .redirectErrorStream(true)
                .start();
        try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("begun");
            if (!signal.equals("0")) {
                assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(program.pid()))
                                .start()
                                .waitFor())
                        .isZero();
            }
            assertThat(lines.lines().filter("given back"::equals)).hasSize(1);
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(status);
        } finally {
            program.destroyForcibly();
        }
    }
}
