package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What SLURM signals is for the program in the container, once, in every mode, and ends no launch otherwise; a program
 * that catches SIGTERM has its time when its job ends.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsLabTest {

    private static final String IMAGE = "max-registry:5000/test/kinds:1";

    /** Says what it catches, and ends by itself. */
    private static final String CATCHES = """
            import signal, sys, time
            def say(number, frame):
                print("caught", signal.Signals(number).name, flush=True)
            for s in ("USR1", "USR2", "QUIT", "ALRM", "URG", "TERM"):
                signal.signal(getattr(signal, "SIG" + s), say)
            print("ready", flush=True)
            end = time.time() + 7
            while time.time() < end:
                time.sleep(0.1)
            print("ends by itself", flush=True)
            sys.exit(4)
            """;

    /**
     * Writes half a second after it was asked to end, as a checkpoint is written; as anybody, whom the folder is open
     * to.
     */
    private static final String CHECKPOINT = """
            import signal, sys, time
            def write(number, frame):
                time.sleep(0.5)
                open("/tmp/out/checkpoint", "w").write("whole")
                sys.exit(0)
            signal.signal(signal.SIGTERM, write)
            print("ready", flush=True)
            while True:
                time.sleep(0.1)
            """;

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        for (String file : List.of("Dockerfile", "pingpong.py")) {
            Files.copy(
                    Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi/" + file),
                    folder.resolve(file));
        }
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        try {
            Lab.awaitNone(() -> bench.slurm().mine().found());
            Lab.awaitNone(() -> bench.leftovers().find(Set.of()).stream()
                    .filter(l -> l instanceof Leftover.Container)
                    .toList());
        } finally {
            bench.close();
        }
    }

    /** Each signal in each mode is tried without a cluster, by {@link ProgramSignalsTest}. */
    static Stream<Arguments> signals() {
        return Stream.concat(
                Stream.of(RunMode.values()).map(mode -> Arguments.of(mode, "USR1")),
                Stream.of("USR2", "ALRM", "URG").map(signal -> Arguments.of(RunMode.ME, signal)));
    }

    private Launch launch(LaunchKind kind, RunMode mode, List<String> asked, String program) {
        List<String> all = Stream.concat(asked.stream(), Lab.whereIsolated(mode == RunMode.ISOLATED).stream())
                .toList();
        return new Launch(
                        "signals",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(all),
                        List.of("python3", "-uc", program),
                        "")
                .withKind(kind);
    }

    private static LaunchKind kind(RunMode mode) {
        return mode == RunMode.DOCKERCLUSTER
                ? new LaunchKind.Mpi(1, "", new VirtualCluster("", 2051))
                : new LaunchKind.Command(VirtualCluster.SITES);
    }

    private static void await(Callable<Boolean> that) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, that);
    }

    private Output signalled(Launch launch, List<String> lines) throws Exception {
        LaunchPlan plan = bench.launcher().plan(launch, record);
        try (Running running = bench.launcher().start(plan)) {
            Mark mark = plan.mark();
            await(() -> bench.slurm().find(mark).filter(j -> j.running()).isPresent());
            JobId job = bench.slurm().find(mark).orElseThrow().id();
            await(() -> catches());
            for (String line : lines) {
                Lab.must("mxuser@max-wgs", line.replace("JOB", job.text()));
            }
            return CancellableOutput.collect(running);
        }
    }

    /** Whether the program has come so far that it catches more than Ctrl-C. */
    private static boolean catches() {
        return Lab.NODES.stream()
                .anyMatch(node -> Lab.sh(
                                        node,
                                        "p=$(pgrep -f '^python3 -uc' | head -n 1); [ -n \"$p\" ] && "
                                                + "! grep -q '^SigCgt:.*0000000002$' /proc/$p/status")
                                .status()
                        == 0);
    }

    @ParameterizedTest
    @MethodSource("signals")
    void isTheProgramsOnceAndEndsNothing(RunMode mode, String signal) throws Exception {
        Output output =
                signalled(launch(kind(mode), mode, List.of(), CATCHES), List.of("scancel --signal=" + signal + " JOB"));
        assertThat(output.text())
                .as(output.errors())
                .containsOnlyOnce("caught SIG" + signal)
                .contains("ends by itself");
        assertThat(output.status()).as(output.errors()).isEqualTo(4);
    }

    /** A batch job's script is signalled alone, or its steps: before the time is over, and by hand. */
    @ParameterizedTest
    @EnumSource(RunMode.class)
    void aBatchJobsToo(RunMode mode) throws Exception {
        Launch launch = launch(kind(mode), mode, List.of(), CATCHES);
        String script = bench.launcher().script(bench.launcher().plan(launch, record));
        Path file = Files.writeString(folder.resolve("batch-" + mode), script);
        String out = "/beegfs/desy/user/mxuser/signals-" + mode;
        Files.copy(
                file,
                Lab.sharedDisk("/beegfs/desy/user/mxuser").resolve("signals.sh"),
                StandardCopyOption.REPLACE_EXISTING);
        String job = Lab.must(
                        "mxuser@max-wgs",
                        "rm -f " + out + "; sbatch --parsable -o " + out + " /beegfs/desy/user/mxuser/signals.sh")
                .strip();
        try {
            await(() -> catches());
            Lab.must("mxuser@max-wgs", "scancel --batch --signal=USR1 " + job);
            await(() -> bench.slurm().find(new JobId(job)).isEmpty());
            assertThat(Lab.must("mxuser@max-wgs", "cat " + out))
                    .containsOnlyOnce("caught SIGUSR1")
                    .contains("ends by itself");
        } finally {
            Lab.must("mxuser@max-wgs", "scancel --me");
        }
    }

    /**
     * When the job ends it has a third of KillWait, which is fifteen seconds in the lab, half of SLURM's own default:
     * mpirun alone takes more than one until its ranks are told and have ended. In a cluster of the site's script all
     * ends at once, as its containers do.
     */
    @ParameterizedTest
    @CsvSource({"ISOLATED, false", "ME, false", "DOCKERRUN, false", "ME, true"})
    void aCheckpointIsWritten(RunMode mode, boolean cluster) throws Exception {
        String out = "/beegfs/desy/user/mxuser/checkpoint-" + mode + cluster;
        Lab.must("mxuser@max-wgs", "rm -rf " + out + "; mkdir -m 1777 " + out);
        LaunchKind kind = cluster ? kind(RunMode.DOCKERCLUSTER) : kind(mode);
        Launch launch =
                launch(kind, mode, List.of(), CHECKPOINT).withMounts(List.of(new Mapping(out, "/tmp/out", false)));
        signalled(launch, List.of("scancel JOB"));
        await(() -> Lab.sh("mxuser@max-wgs", "grep -qx whole " + out + "/checkpoint")
                        .status()
                == 0);
    }
}
