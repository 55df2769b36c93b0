package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.slurm.JobUsage;

@Timeout(30)
class UsageNotesTest {

    @TempDir
    Path folder;

    private Process guard(String docker) throws Exception {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.writeString(program, "#!/bin/bash\n" + docker + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "bash -c '" + UsageNotes.SCRIPT + "' bash $$ & noting=$!; read -r line; kill -TERM $noting; wait");
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME", folder.toString(),
                        "MAXDOCK_STEP", "7-1",
                        "SLURM_JOB_ID", "8",
                        "SLURM_ARRAY_JOB_ID", "7",
                        "SLURM_ARRAY_TASK_ID", "2"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private List<String> notes() throws Exception {
        Path notes = folder.resolve(".cache/maxdock/usage");
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(notes)) {
            return files.map(f -> f.getFileName().toString().replaceFirst("\\..*", ""))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /** It stands between single quotes, in the text of another script. */
    @Test
    void itsLinesHoldNoSingleQuote() {
        assertThat(UsageNotes.SCRIPT).doesNotContain("'");
    }

    /** A process of this machine in the place of a container's, in whatever control group this test is. */
    @Test
    void aTaskOfAnArrayIsNotedByBothOfItsNumbers() throws Exception {
        Process busy = new ProcessBuilder("bash", "-c", "while :; do :; done").start();
        try {
            Process guard = guard("case $1 in ps) echo id ;; inspect) echo " + busy.pid() + " ;; esac");
            boolean counted =
                    Files.readString(Path.of("/proc/self/cgroup")).lines().anyMatch(l -> !l.endsWith(":/"));
            guard.waitFor(2, TimeUnit.SECONDS);
            guard.outputWriter().append("end\n").close();
            assertThat(guard.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(notes()).isIn(counted ? List.of(List.of("7_2", "8")) : List.of(List.of("7_2", "8"), List.of()));
        } finally {
            busy.destroyForcibly();
        }
    }

    @Test
    void withoutAContainerNothingIsNotedAndNobodyIsWaitedFor() throws Exception {
        Process guard = guard("true");
        guard.waitFor(1, TimeUnit.SECONDS);
        guard.outputWriter().append("end\n").close();
        assertThat(guard.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(notes()).isEmpty();
    }

    @Test
    void theMostMemoryCountsAndAllTheTimes() {
        JobUsage usage = ContainerUsage.counted(
                JobUsage.UNKNOWN,
                List.of(
                        "used 1000 2000000000",
                        "used 3000 1000000000",
                        "used x 1",
                        "used 1",
                        "used 99999999999999999999999999 1",
                        "other 9 9",
                        ""));
        assertThat(usage.memory()).hasValue(3000);
        assertThat(usage.cpu().orElseThrow().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(ContainerUsage.counted(JobUsage.UNKNOWN, List.of("nothing"))).isEqualTo(JobUsage.UNKNOWN);
    }
}
