package org.maxdock.host.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCleanupTest {

    @TempDir
    Path folder;

    /**
     * A signal before each command from the end of the script on, inside what clears up too: bash tells before which
     * (bash(1), DEBUG).
     */
    @ParameterizedTest
    @CsvSource({"0,0", "1,143", "2,143", "3,143", "4,0", "5,0"})
    void aSignalWhileItEndsLeavesNothingUndone(int commands, int status) throws Exception {
        Path left = Files.createFile(folder.resolve("left"));
        String script = "left=" + Shell.quote(left.toString()) + "\n" + ScriptCleanup.up("rm -f -- \"$left\"\n")
                + """
                set -o functrace
                n=0
                trap 'if [[ $((n++)) == %s ]]; then kill -TERM $$; fi' DEBUG
                exit 0
                """.formatted(commands == 0 ? "never" : String.valueOf(commands));
        Process process = new ProcessBuilder("bash", "-c", script).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(left).doesNotExist();
        assertThat(process.exitValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "HUP,129", "INT,130"})
    void eachSignalEndsItCleared(String signal, int status) throws Exception {
        Path left = Files.createFile(folder.resolve("left"));
        String script = "left=" + Shell.quote(left.toString()) + "\n" + ScriptCleanup.up("rm -f -- \"$left\"\n")
                + "kill -" + signal + " $$\nsleep 10\n";
        Process process = new ProcessBuilder("bash", "-c", script).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(left).doesNotExist();
        assertThat(process.exitValue()).isEqualTo(status);
    }

    /** That had to be ended because it took all its time is no client that a signal ended. */
    @Test
    void anEngineThatHangsIsNotAskedAgain() throws Exception {
        Path docker = folder.resolve("docker");
        Path asked = folder.resolve("asked");
        Files.writeString(docker, "#!/bin/bash\necho \"$*\" >> " + asked + "\nkill -KILL $$\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        String script = "PATH=" + Shell.quote(folder.toString()) + ":$PATH name=it\n"
                + ScriptCleanup.up("timeout() { SECONDS=$((SECONDS + 31)); shift 3; \"$@\"; }\n"
                        + ScriptCleanup.container("\"$name\""))
                + "exit 5\n";
        Process process =
                new ProcessBuilder("bash", "-e", "-c", script).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(asked).hasContent("rm --force --volumes it\n");
    }

    /** As Docker's client does, whatever its parent ignores. */
    @Test
    void aContainerIsRemovedThoughASignalEndsTheAsking() throws Exception {
        Path docker = folder.resolve("docker");
        Files.writeString(
                docker,
                "#!/bin/bash\necho \"$*\" >> " + folder.resolve("asked") + "\n[ $(wc -l < " + folder.resolve("asked")
                        + ") -gt 2 ] || kill -KILL $$\nexit 1 # there is none any more\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        String script = "PATH=" + Shell.quote(folder.toString()) + ":$PATH name='a b'\n"
                + ScriptCleanup.up(ScriptCleanup.container("\"$name\"")) + "exit 5\n";
        Process process =
                new ProcessBuilder("bash", "-e", "-c", script).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(folder.resolve("asked")).hasContent("rm --force --volumes a b\n".repeat(3));
    }
}
