package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the guard of a launch cannot start, nothing does, and it is told what kept it from that. */
@Timeout(60)
class NoGuardTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "srun, 'echo \"srun: error: Unable to create step for job 7: Access/permission denied\" >&2; exit 1', ME",
        "srun, 'echo \"srun: error: Task launch failed: Communication connection failure\" >&2; sleep 2; exit 1', ME",
        "mkdir, 'echo \"mkdir: cannot create directory: No space left on device\" >&2; exit 1', ISOLATED",
        "mkdir, 'echo \"mkdir: cannot create directory: Read-only file system\" >&2; exit 1', ME"
    })
    void saysWhy(String program, String line, RunMode mode) throws Exception {
        StubNode node = new StubNode(folder).whoseUserEdits(script -> {
            assertThat(script).contains("n < 1000");
            return script.replace("n < 1000", "n < 20");
        });
        if (program.equals("srun")) {
            line = "if [[ $* != *--disable-status* ]]; then " + line + "; fi\n"
                    + "while [[ $1 == --* ]]; do shift; done\nexec \"$@\"";
        }
        program(program, line);
        StubNode.Told told = run(node, mode);
        assertThat(told.status()).as(told.said()).isEqualTo(3);
        assertThat(told.said())
                .containsPattern("MaxDock: nothing that tidies up began on \\S+ within 20 s")
                .contains(program + ": ");
        assertThat(told.words()).isEmpty();
    }

    /** What it says when it is up is nobody's business. */
    @ParameterizedTest
    @CsvSource({"0", "3"})
    void isSilentOnceItIsThere(int ends) throws Exception {
        StubNode node = new StubNode(folder);
        program("rmdir", "echo \"rmdir: noise\" >&2; exec /bin/rmdir \"$@\"");
        StubNode.Told told = run(node, RunMode.ISOLATED, ends);
        assertThat(told.status()).as(told.said()).isEqualTo(ends);
        assertThat(told.said()).isEmpty();
    }

    private void program(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/bash\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private StubNode.Told run(StubNode node, RunMode mode) throws Exception {
        return run(node, mode, 0);
    }

    private StubNode.Told run(StubNode node, RunMode mode, int ends) throws Exception {
        Files.writeString(folder.resolve(".bash_profile"), "export PATH=" + folder.resolve("bin") + ":$PATH\n");
        Launch launch = StubNode.launch(LaunchKind.Name.COMMAND, mode, LaunchPlace.Allocation.of("", 1, ""), "true");
        return node.run(launch, Map.of("MAXDOCK_STEP", "", "ENDS", String.valueOf(ends)));
    }
}
