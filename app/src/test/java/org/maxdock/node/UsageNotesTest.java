package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.slurm.JobUsage;
import org.testfx.util.WaitForAsyncUtils;

/** On a node whose docker and kernel are files of this test. */
@Timeout(60)
class UsageNotesTest {

    private static final String VERSION_1 = "12:memory:/docker/it\n4:cpu,cpuacct:/docker/it\n0::/ignored\n";
    private static final String VERSION_2 = "0::/docker/it\n";

    /** How long it waits from one look at the kernel's count to the next: one second. */
    private static final String AFTER_A_LOOK = "sleep 1";

    @TempDir
    Path folder;

    private Process guard;

    private void write(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void kernel(String groups) throws Exception {
        write("proc/77/cgroup", groups);
        write("sys/memory/docker/it/memory.max_usage_in_bytes", "1000\n");
        write("sys/cpuacct/docker/it/cpuacct.usage", "2000\n");
        write("sys/docker/it/memory.peak", "1000\n");
        write("sys/docker/it/cpu.stat", "usage_usec 2\nuser_usec 1\n");
    }

    /** @param inspected what docker inspect tells of the container that it lists */
    private void start(String inspected, String... more) throws Exception {
        startWith("", inspected, more);
    }

    /** @param file that docker is told to write the container's ID into; empty for none */
    private void startWith(String file, String inspected, String... more) throws Exception {
        write(
                "bin/docker",
                "#!/bin/bash\necho \"$@\" >> " + folder + "/asked\n"
                        + "IFS='|' read -r id pid mode user _ <<<'" + inspected + "'\n"
                        + "case $* in ps*) echo id ;; inspect*Status*) echo ${id:+\"$id|running|$mode:$user\"} ;; "
                        + "inspect*) echo \"${pid:-$id}\" ;; esac\n");
        write("bin/sleep", "#!/bin/bash\necho \"sleep $1\" >> " + folder + "/asked\nexec /usr/bin/sleep \"$1\"\n");
        for (String program : List.of("bin/docker", "bin/sleep")) {
            Files.setPosixFilePermissions(folder.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        String script = (JobContainers.OF_STEP + UsageNotes.SCRIPT)
                .replace("/tmp/", folder + "/tmp/") // first: the folder may lie there itself
                .replace("/sys/fs/cgroup", folder + "/sys")
                .replace("/proc/", folder + "/proc/");
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "bash -c '" + script + "' bash $$ " + file
                        + " & noting=$!; while read -r line; do kill -$line $noting 2>/dev/null; done; wait");
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME",
                        folder.toString(),
                        "MAXDOCK_STEP",
                        "8-1",
                        "SLURM_JOB_ID",
                        "8"));
        for (int i = 0; i < more.length; i += 2) {
            builder.environment().put(more[i], more[i + 1]);
        }
        guard = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** As when the container is being removed. */
    private void end() throws Exception {
        guard.outputWriter().append("HUP\n").close();
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        String mine = folder.toString(); // what it began just then may still write here
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> ProcessHandle.allProcesses()
                        .noneMatch(p -> p.info().commandLine().orElse("").contains(mine)));
    }

    private Map<String, String> notes() throws Exception {
        Map<String, String> notes = new TreeMap<>();
        Path all = folder.resolve(".cache/maxdock/usage");
        if (Files.isDirectory(all)) {
            try (Stream<Path> files = Files.list(all)) {
                for (Path file : files.toList()) {
                    notes.put(file.getFileName().toString().replaceFirst("\\..*", ""), Files.readString(file));
                }
            }
        }
        return notes;
    }

    private void awaitAsked(String what) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> Files.exists(folder.resolve("asked"))
                        && Files.readString(folder.resolve("asked")).contains(what));
    }

    /** It stands between single quotes, in the text of another script. */
    @Test
    void itsLinesHoldNoSingleQuote() {
        assertThat(UsageNotes.SCRIPT).doesNotContain("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {VERSION_1, VERSION_2})
    void whatTheKernelCountedIsNotedWhenTheContainerHasEnded(String groups) throws Exception {
        kernel(groups);
        start("id|77|host|" + uid() + ":100|/maxdock-8");
        awaitAsked(AFTER_A_LOOK);
        Files.move(folder.resolve("proc/77"), folder.resolve("proc/gone"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !notes().isEmpty());
        assertThat(notes()).isEqualTo(Map.of("8", "used 1000 2000 0\n"));
        end();
        assertThat(notes()).as("once").isEqualTo(Map.of("8", "used 1000 2000 0\n"));
        assertThat(folder.resolve("said")).isEmptyFile();
    }

    /** Each question to the engine is a program that is loaded, on a node that has better things to do. */
    @Test
    void theEngineIsNotAskedBeforeTheContainerHasItsId() throws Exception {
        kernel(VERSION_2);
        startWith(folder + "/tmp/maxdock-8-1/container.id", "77");
        awaitAsked("sleep 0.3\nsleep 0.3\n");
        assertThat(folder.resolve("asked")).content().doesNotContain("ps", "inspect");
        write("tmp/maxdock-8-1/container.id", "id");
        awaitAsked(AFTER_A_LOOK);
        end();
        assertThat(folder.resolve("asked"))
                .content()
                .containsOnlyOnce("inspect")
                .contains("{{.State.Pid}} -- id\n");
        assertThat(notes()).isEqualTo(Map.of("8", "used 1000 2000 0\n"));
    }

    /** Where nobody writes the ID down, the engine is asked: soon, and then more and more seldom. */
    @Test
    void theEngineIsAskedLessAndLess() throws Exception {
        kernel(VERSION_2);
        start("");
        awaitAsked("sleep 0.3\n".repeat(3) + "ps");
        end();
        assertThat(folder.resolve("asked"))
                .content()
                .startsWith("sleep 0.3\nps")
                .contains("sleep 0.3\nsleep 0.3\nps");
    }

    /** Before the time is over, say (sbatch(1), --signal): the programs go on, and what they use is more by then. */
    @Test
    void aSignalForProgramsEndsNoNotes() throws Exception {
        kernel(VERSION_2);
        start("id|77|host|" + uid() + ":100|/maxdock-8");
        awaitAsked(AFTER_A_LOOK);
        guard.outputWriter().append("TERM\n").flush();
        Files.writeString(folder.resolve("sys/docker/it/memory.peak"), "5000\n");
        for (int looks = 0; looks < 2; looks++) {
            Files.delete(folder.resolve("asked"));
            awaitAsked(AFTER_A_LOOK);
        }
        end();
        assertThat(notes()).isEqualTo(Map.of("8", "used 5000 2000 0\n"));
    }

    @Test
    void aTaskOfAnArrayIsNotedByBothOfItsNumbersAndAJobThatWasRequeuedByItsRun() throws Exception {
        kernel(VERSION_2);
        write("tmp/maxdock-8-1/container.id", "id");
        start(
                "id|77|private||/maxdock-8",
                "SLURM_ARRAY_JOB_ID",
                "7",
                "SLURM_ARRAY_TASK_ID",
                "2",
                "SLURM_RESTART_COUNT",
                "3");
        awaitAsked(AFTER_A_LOOK);
        Files.writeString(folder.resolve("sys/docker/it/memory.peak"), "5000\n");
        Files.delete(folder.resolve("asked"));
        awaitAsked(AFTER_A_LOOK);
        end();
        assertThat(notes()).containsOnlyKeys("7_2", "8").containsEntry("8", "used 5000 2000 3\n");
    }

    /** A process that has ended and is not yet waited for is in the root group: that counts the whole machine. */
    @ParameterizedTest
    @ValueSource(strings = {"12:memory:/\n4:cpu,cpuacct:/\n", "0::/\n"})
    void ofOneThatHasJustEndedTheMachinesCountIsNotTaken(String ended) throws Exception {
        write("sys/memory/memory.max_usage_in_bytes", "9000000\n");
        write("sys/cpuacct/cpuacct.usage", "9000000\n");
        write("sys/memory.peak", "9000000\n");
        write("sys/cpu.stat", "usage_usec 9000\n");
        kernel(ended.startsWith("0") ? VERSION_2 : VERSION_1);
        start("id|77|host|" + uid() + ":100|/maxdock-8");
        awaitAsked(AFTER_A_LOOK);
        write("proc/77/cgroup", ended);
        for (int looks = 0; looks < 2; looks++) {
            Files.delete(folder.resolve("asked"));
            awaitAsked(AFTER_A_LOOK);
        }
        end();
        assertThat(notes()).containsEntry("8", "used 1000 2000 0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id|77|host|1:1|/of-another", "id|0|host||/not-started", ""})
    void whatIsAnothersOrHasNotBegunIsNotLookedAt(String inspected) throws Exception {
        kernel(VERSION_2);
        start(inspected);
        awaitAsked("inspect");
        end();
        assertThat(notes()).isEmpty();
    }

    /** One that runs as nobody of the host may be anybody's, whatever its labels say, but for its ID. */
    @ParameterizedTest
    @CsvSource({"id, true", "another, false", "'', false", "id-and-more, false"})
    void anIsolatedOneIsTheLaunchsByItsId(String written, boolean noted) throws Exception {
        Assumptions.assumeTrue(uid().equals("0"), "needs root to give a file away");
        kernel(VERSION_2);
        Files.setAttribute(folder.resolve("proc/77"), "unix:uid", 4242);
        write("tmp/maxdock-8-1/container.id", written);
        start("id|77|private||/maxdock-8");
        awaitAsked(noted ? AFTER_A_LOOK : "sleep 0.3");
        Files.delete(folder.resolve("asked"));
        awaitAsked(noted ? AFTER_A_LOOK : "sleep 0.3");
        end();
        assertThat(notes().isEmpty()).isEqualTo(!noted);
    }

    @Test
    void whatAnotherHasWrittenDownIsNothing() throws Exception {
        Assumptions.assumeTrue(uid().equals("0"), "needs root to give a file away");
        kernel(VERSION_2);
        Files.setAttribute(folder.resolve("proc/77"), "unix:uid", 4242);
        write("tmp/maxdock-8-1/container.id", "id");
        write("tmp/maxdock-8-2/container.id", "id");
        Files.setAttribute(folder.resolve("tmp/maxdock-8-1/container.id"), "unix:uid", 4242);
        Files.setAttribute(folder.resolve("tmp/maxdock-8-2"), "unix:uid", 4242);
        Files.createSymbolicLink(folder.resolve("tmp/maxdock-8-3"), folder.resolve("elsewhere"));
        write("elsewhere/container.id", "id");
        start("id|77|private||/maxdock-8");
        awaitAsked("inspect");
        end();
        assertThat(notes()).isEmpty();
    }

    private static String uid() throws Exception {
        return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    @Test
    void theMostMemoryCountsAndAllTheTimesOfTheLastRun() throws Exception {
        JobUsage usage = UsageNotes.counted(
                JobUsage.UNKNOWN,
                List.of(
                        "used 9000 9000000000 0",
                        "used 1000 2000000000 1",
                        "used 3000 1000000000 1",
                        "used x 1 1",
                        "used  12 1",
                        "used 12  1",
                        "used 999999999999999999999999999999 1 1",
                        "used 1 1",
                        "used 1 1 9999999999",
                        "used 99999999999999999999999999 0 1",
                        "other 9 9 1",
                        ""));
        assertThat(usage.memory()).hasValue(3000);
        assertThat(usage.cpu()).contains(Duration.ofSeconds(3));
        assertThat(UsageNotes.counted(JobUsage.UNKNOWN, List.of("nothing"))).isEqualTo(JobUsage.UNKNOWN);
    }
}
