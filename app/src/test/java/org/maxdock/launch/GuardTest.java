package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.node.JobContainers;
import org.maxdock.slurm.JobId;
import org.testfx.util.WaitForAsyncUtils;

/** The guard of a launch ends with the launch or the job, and by no signal that is for the program. */
@Timeout(60)
class GuardTest {

    @TempDir
    Path folder;

    private Path etc;
    private Process guard;
    /** The other end of what it reads, which stays open also where it has ended. */
    private RandomAccessFile launch;

    @BeforeEach
    void begin() throws Exception {
        String step = "guard-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        etc = Path.of("/tmp/maxdock-" + step);
        program(
                "docker",
                "echo \"$@\" >> " + folder + "/asked; case $1 in ps) cat " + folder + "/there ;; inspect) "
                        + "sed \"s/$/|running|host:$EUID/\" " + folder + "/there ;; rm) : > " + folder
                        + "/there ;; esac");
        program("squeue", "cat " + folder + "/state");
        program("scontrol", "echo 'KillWait                = 3 sec'");
        state("RUNNING");
        Files.writeString(folder.resolve("there"), "id\n");
        ProcessBuilder bash = new ProcessBuilder(
                "bash",
                "-c",
                JobContainers.OF_STEP
                        + new DockerScript()
                                .guard(StubNode.launch(
                                        LaunchKind.Name.COMMAND,
                                        RunMode.ME,
                                        new LaunchPlace.InJob(new JobId("7")),
                                        "true")));
        bash.environment()
                .putAll(Map.of(
                        "PATH",
                        folder + ":/usr/bin:/bin",
                        "MAXDOCK_STEP",
                        step,
                        "SLURM_JOB_ID",
                        "7",
                        "MAXDOCK_LOGIN",
                        "exec bash -c \"$1\" bash \"${@:2}\""));
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        launch = new RandomAccessFile(pipe.toFile(), "rw");
        guard = bash.redirectErrorStream(true)
                .redirectInput(pipe.toFile())
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.isDirectory(etc));
    }

    @AfterEach
    void end() throws Exception {
        guard.destroyForcibly().waitFor();
        launch.close();
        Files.deleteIfExists(etc);
    }

    private void program(String name, String line) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void state(String state) throws Exception {
        Files.writeString(folder.resolve("state"), state + "\n");
    }

    private void send(String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(guard.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private String asked() throws Exception {
        Path file = folder.resolve("asked");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"USR1", "USR2", "ALRM", "QUIT", "ABRT", "URG", "HUP", "INT", "TERM"})
    void aSignalForTheProgramEndsNothing(String signal) throws Exception {
        send(signal);
        assertThat(guard.waitFor(700, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(etc).isDirectory();
        assertThat(asked()).isEmpty();
        launch.close(); // the launch ends
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked()).contains("rm --force --volumes id").doesNotContain("ps --quiet");
        assertThat(etc).doesNotExist();
    }

    /** Until a third of KillWait is over, or the container is gone. */
    @Test
    void aJobThatEndsLeavesTheProgramTime() throws Exception {
        state("COMPLETING");
        send("TERM");
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        String asked = asked();
        assertThat(asked.substring(0, asked.indexOf("rm --force")).split("ps --quiet", -1))
                .hasSizeGreaterThan(3);
        assertThat(etc).doesNotExist();
    }

    /** SLURM would wait for what has a step's input or output, and then takes the node out of use. */
    @Test
    void noProcessOfItIsLeftWhenTheJobEnds() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> running("cat"));
        List<ProcessHandle> all = guard.descendants().toList();
        state("COMPLETING");
        send("TERM");
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private boolean running(String program) {
        return guard.descendants().anyMatch(it -> it.info().command().orElse("").endsWith("/" + program));
    }

    /** What stands in the place of its folder meanwhile is another's. */
    @Test
    void whatIsNotItsFolderStays() throws Exception {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("data"), "whole");
        Files.delete(etc);
        Files.createSymbolicLink(etc, precious);
        launch.close();
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(precious.resolve("data")).hasContent("whole");
        assertThat(asked()).contains("rm --force --volumes id");
    }
}
