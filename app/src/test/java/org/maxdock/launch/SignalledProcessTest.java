package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.lab.Lab;
import org.testfx.util.WaitForAsyncUtils;

/** A signal reaches the process that a file names, and not another that has got its number since. */
@Timeout(60)
class SignalledProcessTest {

    @TempDir
    Path folder;

    private List<String> sh(String shell, String script, String... arguments) {
        String here = script.replace(JobVariables.FOLDER + "/", folder + "/");
        List<String> words = new ArrayList<>(List.of(shell.split(" ")));
        words.addAll(List.of("-c", here));
        words.addAll(List.of(arguments));
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "dash, TERM, true", "dash, USR1, true", "dash, TERM, false", "dash, 0, false",
        "bash, TERM, true", "bash, USR1, true", "bash, TERM, false", "bash, 0, false",
        "busybox sh, TERM, true", "busybox sh, TERM, false", "busybox sh, 0, false"
    })
    void isTheOneThatItWas(String shell, String signal, boolean same) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/" + shell.split(" ")[0])), "there is no " + shell);
        Path file = folder.resolve("pid");
        Process process = new ProcessBuilder(
                        sh(shell, ProgramSignals.NOTE_PROCESS + "; exec \"$@\"", "sh", "sleep", "30"))
                .start();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(file) && Files.size(file) > 0);
            String noted = Files.readString(file);
            assertThat(noted).matches(process.pid() + " \\d+\n");
            if (!same) {
                Files.writeString(file, process.pid() + " 7" + noted.split(" ")[1]);
            }
            Lab.Said said = Lab.run(sh(shell, ProgramSignals.SIGNAL_PROCESS, signal));
            assertThat(said.status()).as(said.err()).isEqualTo(same ? 0 : 1);
            assertThat(process.waitFor(same ? 20_000 : 300, TimeUnit.MILLISECONDS))
                    .isEqualTo(same);
        } finally {
            process.destroyForcibly().waitFor();
        }
        Lab.Said gone = Lab.run(sh(shell, ProgramSignals.SIGNAL_PROCESS, "0"));
        assertThat(gone.status()).as(gone.err()).isNotZero();
    }
}
