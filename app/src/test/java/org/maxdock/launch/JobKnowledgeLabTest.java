package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/** Containers in the lab's jobs know which job, task and node they are; an image with an entrypoint is in no way. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobKnowledgeLabTest {

    private static final String IMAGE = "max-registry:5000/test/knows:1";
    private static final String SHARED = "/beegfs/desy/user/mxuser";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nENTRYPOINT [\"/bin/echo\", \"entrypoint:\"]\nCMD [\"by itself\"]\n");
        record = Lab.atEngine(bench, () -> {
            bench.images().build(BuildRequest.plain(folder, IMAGE), Progress.Listener.none(), new Cancellation());
            bench.images().push(IMAGE, Progress.Listener.none(), new Cancellation());
            return bench.images().record(IMAGE);
        });
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        Lab.must("mxuser@max-wgs", "rm -rf " + SHARED + "/knows-*; rm -f ~/.bash_profile");
        Lab.awaitNone(() -> bench.slurm().mine().found());
        bench.close();
    }

    private Launch launch(LaunchKind kind, RunMode mode, LaunchPlace place, String... command) {
        return new Launch("knows", ImageReference.parse(IMAGE), List.of(), List.of(), mode, place, List.of(command), "")
                .withKind(kind);
    }

    private Output run(Launch launch) throws Exception {
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            return CancellableOutput.collect(running);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    /** A shell's name is no argument of the entrypoint, so a command of a shell's is what runs. */
    private static LaunchKind shell() {
        return LaunchKind.Name.SHELL.plain();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void eachNodeOfAJobKnowsWhichItIs(RunMode mode) throws Exception {
        Assumptions.assumeTrue(Lab.whereIsolated(mode == RunMode.ISOLATED).isEmpty(), "a node has no user namespaces");
        Output output = run(launch(
                shell(),
                mode,
                LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                "sh",
                "-c",
                "echo $SLURM_JOB_NUM_NODES:$SLURM_NODEID:$SLURM_PROCID:$SLURMD_NODENAME"));
        assertThat(output.text().lines())
                .as(output.errors())
                .containsExactlyInAnyOrder("2:0:0:max-wn001", "2:1:1:max-wn002");
        assertThat(output.status()).isZero();
    }

    /** The ranks of a cluster are told by mpirun which they are, and of SLURM’s what goes with that. */
    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    void eachRankOfAClusterKnowsWhichItIs(RunMode mode) throws Exception {
        ImageRecord mpi = Lab.pulled(bench, Lab.MPI);
        bench.provider().provide(Lab.NODE_NAMES, mpi, Partitions.DEFAULT, new Cancellation());
        Launch launch = new Launch(
                        "knows",
                        ImageReference.parse(Lab.MPI),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                        List.of(
                                "sh",
                                "-c",
                                "echo $OMPI_COMM_WORLD_RANK:$(hostname):$SLURM_JOB_NUM_NODES:$SLURM_JOB_NAME:"
                                        + "$SLURM_PROCID:$SLURM_LOCALID:$SLURM_NTASKS:$SLURM_NODEID:$SLURMD_NODENAME"),
                        "")
                .withKind(new LaunchKind.Mpi(1, "", new VirtualCluster("", 2072)));
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, mpi))) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.text().lines())
                    .as(output.errors())
                    .containsExactlyInAnyOrder(
                            "0:max-wn001:2:knows:0:0:2:0:max-wn001", "1:max-wn002:2:knows:1:0:2:1:max-wn002");
            assertThat(output.status()).isZero();
        }
    }

    @Test
    @Tag("whole")
    void tenTasksOfAnArrayComputeTenDifferentThings() throws Exception {
        Lab.must("mxuser@max-wgs", "mkdir -p " + SHARED + "/knows-array");
        Launch squares = launch(
                        new LaunchKind.Batch("1-10", VirtualCluster.SITES),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5")
                                .withMore(List.of("--output=" + SHARED + "/knows-array/%a.log")),
                        "-c",
                        "echo $((SLURM_ARRAY_TASK_ID * SLURM_ARRAY_TASK_ID)) > /out/$SLURM_ARRAY_TASK_ID")
                .withMounts(List.of(new Mapping(SHARED + "/knows-array", "/out", false)))
                .withContainer(new ContainerOptions(List.of(), "", List.of(), List.of("--entrypoint=/bin/sh")));
        bench.launcher().submit(bench.launcher().plan(squares, record));
        await(() -> bench.slurm().mine().found().isEmpty());
        assertThat(Lab.must("mxuser@max-wgs", "cd " + SHARED + "/knows-array && cat 1 2 3 4 5 6 7 8 9 10 || cat *.log"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 10).mapToObj(i -> i * i + "\n").collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec fish", "exit 0", "echo welcome; seq 1 30000; echo careful >&2"})
    void aLaunchRunsWhateverTheNodesStartUpFilesDo(String profile) throws Exception {
        Lab.must("max-wn001", "echo '" + profile + "' > ~mxuser/.bash_profile");
        try {
            Output output = run(launch(
                    shell(),
                    RunMode.ME,
                    LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--nodelist=max-wn001")),
                    "sh",
                    "-c",
                    "echo ran; exit 7"));
            assertThat(output.text()).as(output.errors()).isEqualTo("ran\n");
            assertThat(output.status()).isEqualTo(7);
        } finally {
            Lab.must("max-wn001", "rm -f ~mxuser/.bash_profile");
        }
    }

    /** Not dtach's or the launch's time of grace: by the first asking. */
    @Test
    void endingALaunchOnTheServerEndsItsContainerAndItsFolder() throws Exception {
        Lab.onlyWithEngineOnServer();
        LaunchPlan plan = bench.launcher().plan(launch(shell(), RunMode.ME, new LaunchPlace.OnServer()), record);
        KeptTerminals terminals = new KeptTerminals(bench.host(), Duration.ofMinutes(5));
        Mark mark = plan.mark();
        Callable<String> there = () -> Lab.must(
                "mxuser@max-wgs",
                "docker ps -q --filter label=maxdock.mark=" + mark.text() + "; ls -d /tmp/maxdock.* || true");
        try (Terminal terminal = terminals.open(mark, bench.launcher().script(plan), 80, 24)) {
            await(() -> there.call().lines().count() == 2);
            assertThat(terminal.isAlive()).isTrue();
            terminals.end(mark);
        }
        assertThat(there.call()).isEmpty();
    }
}
