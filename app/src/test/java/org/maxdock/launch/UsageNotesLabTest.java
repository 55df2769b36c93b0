package org.maxdock.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.JobUsage;

/** What the containers of a launch used is known when they have gone, of short ones too. */
@Tag("lab")
@Tag("once")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageNotesLabTest {

    private static final String IMAGE = "max-registry:5000/test/usage:1";
    private static final long MEGA = 1 << 20;

    /** Has 90 MB at once, and a core busy for more than a second. */
    private static final String WORK = "echo $SLURM_JOB_ID; dd if=/dev/zero of=/dev/null bs=90M count=1 2>/dev/null; "
            + "sh -c 'ulimit -t 4; while :; do :; done' 2>/dev/null; true";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.MPI + "\nENV MARK=usage\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void end() throws Exception {
        Lab.awaitNone(() -> bench.slurm().mine().found());
        bench.close();
    }

    private Running started(RunMode mode, LaunchPlace place, String work) throws Exception {
        Launch launch = new Launch(
                        "usage",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        place,
                        List.of("sh", "-c", work),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        return bench.launcher().start(bench.launcher().plan(launch, record));
    }

    private JobUsage ended(RunMode mode, int nodes, String work) throws Exception {
        try (Running running = started(mode, LaunchPlace.Allocation.of("maxcpu", nodes, "5"), work)) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.status()).as(output.errors()).isZero();
            JobId job = new JobId(output.text().lines().findFirst().orElseThrow());
            return bench.usageNotes().of(job, JobUsage.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("whole")
    void itIsKnownInEachModeOnEachNode(RunMode mode) throws Exception {
        JobUsage one = ended(mode, 1, WORK);
        assertThat(one.memory().orElseThrow()).isBetween(80 * MEGA, 400 * MEGA);
        assertThat(one.cpu().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        if (mode != RunMode.DOCKERCLUSTER) { // there the command is the first node's alone
            assertThat(ended(mode, 2, WORK).cpu().orElseThrow())
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        }
    }

    @Test
    void ofOneThatIsEndedToo() throws Exception {
        String work = "echo $SLURM_JOB_ID; sleep 4; echo begun; exec sleep 100";
        JobId job;
        try (Running running = started(RunMode.ME, LaunchPlace.Allocation.of("maxcpu", 1, "5"), work)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(running.output(), UTF_8));
            job = new JobId(lines.readLine());
            assertThat(lines.readLine()).isEqualTo("begun");
            Lab.must("mxuser@max-wgs", "scancel " + job);
            running.await();
        }
        Lab.awaitNone(
                () -> bench.usageNotes().of(job, JobUsage.UNKNOWN).memory().isPresent()
                        ? List.of()
                        : List.of("no note of " + job));
    }

    /** What else runs in that job would not be in it. */
    @Test
    void notOfAJobThatTheLaunchOnlyWentInto() throws Exception {
        JobId job = new JobId(
                Lab.must("mxuser@max-wgs", "sbatch --parsable -N1 -t 5 -o /dev/null --wrap 'tail -f /dev/null'")
                        .strip());
        Lab.must("mxuser@max-wgs", "until squeue -h -j " + job + " -o %T | grep -q RUNNING; do sleep 0.1; done");
        try (Running running = started(RunMode.ME, new LaunchPlace.InJob(job), WORK)) {
            assertThat(CancellableOutput.collect(running).status()).isZero();
        }
        Lab.must("mxuser@max-wgs", "scancel " + job);
        Lab.awaitNone(() -> bench.slurm().mine().found());
        assertThat(bench.usageNotes().of(job, JobUsage.UNKNOWN)).isEqualTo(JobUsage.UNKNOWN);
    }
}
