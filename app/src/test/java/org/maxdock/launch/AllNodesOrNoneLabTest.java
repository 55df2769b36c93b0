package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;

/** A launch runs on all nodes of its job or on none, and what failed is told by what really did. */
@Tag("lab")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllNodesOrNoneLabTest {

    private static final String IMAGE = "max-registry:5000/test/all-or-none:1";
    private static final String ME = "mxuser@max-wgs";
    private static final String FOLDER = "/beegfs/desy/user/mxuser/called in";
    /** That a node has another image takes no waiting for a container that will not come. */
    private static final Duration SOON = Duration.ofSeconds(25);

    /** Long enough that both are there at once. */
    private static final String MEET = "sleep 5; echo $(hostname) of $SLURM_JOB_ID";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.MPI + "\nENV MARK=recorded\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        Lab.must(ME, "rm -rf '" + FOLDER + "' between .bash_profile");
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(() -> LeftOfLaunches.of(bench.leftovers().find(Set.of())));
        bench.close();
    }

    private static Launch launch(LaunchKind kind, RunMode mode, int nodes, String... command) {
        return new Launch(
                        "all or none",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", nodes, "5"),
                        List.of(command),
                        "")
                .withKind(kind);
    }

    private Output run(Launch launch) throws Exception {
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            return CancellableOutput.collect(running);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOneOfTwoNodesHasAnotherImageNothingStarts(RunMode mode) throws Exception {
        List<LaunchKind> kinds = mode == RunMode.ME || mode == RunMode.DOCKERCLUSTER
                ? List.of(LaunchKind.Name.COMMAND.plain(), new LaunchKind.Mpi(1, "", VirtualCluster.SITES))
                : List.of(LaunchKind.Name.COMMAND.plain());
        Lab.replace("max-wn002", IMAGE);
        try {
            for (LaunchKind kind : kinds) {
                long began = System.nanoTime();
                Output output = run(launch(kind, mode, 2, "echo", "ran"));
                assertThat(output.status()).as(output.errors()).isEqualTo(3);
                assertThat(output.text()).isEmpty();
                assertThat(output.errors())
                        .contains("is not the image that was recorded", "max-wn002")
                        .doesNotContain("sshd");
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            }
        } finally {
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    @Tag("whole")
    void anMpiJobEndsAsItsRanksDoAndSaysNothingBeside(RunMode mode) throws Exception {
        for (int status : List.of(0, 9)) {
            Output output = run(launch(
                    new LaunchKind.Mpi(1, "", VirtualCluster.SITES),
                    mode,
                    2,
                    "sh",
                    "-c",
                    "echo $MARK ${SLURM_JOBID:-once} ${SLURM_JOB_ID:+knows}; exit " + status));
            assertThat(output.text()).as(output.errors()).startsWith("recorded once knows\n");
            assertThat(output.status()).as(output.errors()).isEqualTo(status);
            if (status == 0) {
                assertThat(output.text()).isEqualTo("recorded once knows\nrecorded once knows\n");
                assertThat(output.errors()).doesNotContain("srun: error", "MaxDock:");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOneOfTwoNodesLacksAFolderNothingStarts(RunMode mode) throws Exception {
        Lab.must("max-wn001", "mkdir -p '/opt/only here'");
        Output output = run(launch(LaunchKind.Name.COMMAND.plain(), mode, 2, "echo", "ran")
                .withMounts(List.of(new Mapping("/opt/only here", "/data", true))));
        assertThat(output.status()).as(output.errors()).isEqualTo(3);
        assertThat(output.text()).isEmpty();
        assertThat(output.errors()).contains("max-wn002 has no /opt/only here, which is to be mapped");
        assertThat(Lab.must("max-wn002", "ls /opt")).doesNotContain("only here");
    }

    /** The site's script maps the folder that it is called in. */
    @Test
    void dockerrunIsCalledInTheFolderThatIsWanted() throws Exception {
        Lab.must(ME, "mkdir -p '" + FOLDER + "'; echo there > '" + FOLDER + "/file'");
        Output output = run(launch(LaunchKind.Name.COMMAND.plain(), RunMode.DOCKERRUN, 1, "sh", "-c", "pwd; cat file")
                .withMounts(List.of(new Mapping(FOLDER, ContainerConditions.DOCKER_PWD, false))));
        assertThat(output.text()).as(output.errors()).isEqualTo("/docker_pwd\nthere\n");
        assertThat(output.status()).isZero();
    }

    @Test
    void thatDockerclusterItselfFailedIsTold() throws Exception {
        Lab.onlyOnSite();
        Lab.must(
                ME,
                "mkdir -p between; printf '#!/bin/bash\\necho no such luck >&2; exit 4\\n' > between/dockercluster; "
                        + "chmod 755 between/dockercluster; [ ! -e .bash_profile ]; "
                        + "echo 'export PATH=$HOME/between:$PATH' > .bash_profile");
        try {
            Output output = run(launch(LaunchKind.Name.COMMAND.plain(), RunMode.DOCKERCLUSTER, 2, "echo", "ran"));
            assertThat(output.status()).isEqualTo(3);
            assertThat(output.text()).isEmpty();
            assertThat(output.errors()).contains("no such luck", "the site's dockercluster failed, with status 4");
        } finally {
            Lab.must(ME, "rm -rf between .bash_profile");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    @Tag("whole")
    void aNodeThatGoesDownInTheMiddleEndsTheLaunchOnAllOfThem(RunMode mode) throws Exception {
        LaunchKind mpi = new LaunchKind.Mpi(1, "", VirtualCluster.SITES);
        Launch endless = launch(mpi, mode, 2, "sh", "-c", "echo begun; exec sleep 120");
        try (Running running = bench.launcher().start(bench.launcher().plan(endless, record))) {
            assertThat(running.output().readNBytes("begun\nbegun\n".length()))
                    .asString()
                    .isEqualTo("begun\nbegun\n");
            Lab.must("max-wgs", "scontrol update nodename=max-wn002 state=down reason=middle");
            Output output = CancellableOutput.collect(running);
            assertThat(output.status()).as(output.errors()).isNotZero();
            assertThat(output.errors()).contains("Node failure on max-wn002");
        } finally {
            Lab.sh("max-wgs", "scontrol update nodename=max-wn002 state=resume"); // where it is not up by itself
        }
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(() -> LeftOfLaunches.of(bench.leftovers().find(Set.of())));
    }

    /** Both have the name that the job gives: none runs in the other's containers, nor takes them away. */
    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    @Tag("whole")
    void ofTwoClustersBegunAtOnceTheLaterOneLeavesTheOtherAlone(RunMode mode) throws Exception {
        JobId job = new JobId(Lab.must(ME, "sbatch --parsable -N2 -t 5 -o /dev/null --wrap 'tail -f /dev/null'")
                .strip());
        try {
            Lab.awaitNone(() -> bench.slurm().find(job).filter(Job::running).isPresent() ? List.of() : List.of(job));
            LaunchKind mpi = new LaunchKind.Mpi(1, "", VirtualCluster.SITES);
            Launch both =
                    launch(mpi, mode, 2, "sh", "-c", "sleep 8; echo whole").withPlace(new LaunchPlace.InJob(job));
            List<Output> ended = new ArrayList<>();
            try (Running one = bench.launcher().start(bench.launcher().plan(both, record));
                    Running other = bench.launcher().start(bench.launcher().plan(both, record))) {
                ended.add(CancellableOutput.collect(one));
                ended.add(CancellableOutput.collect(other));
            }
            List<Output> whole = ended.stream().filter(Output::ok).toList();
            assertThat(whole).hasSizeLessThanOrEqualTo(1).allMatch(o -> o.text().equals("whole\nwhole\n"));
            assertThat(ended)
                    .filteredOn(o -> !o.ok())
                    .isNotEmpty()
                    .allSatisfy(o -> assertThat(o.text() + o.errors())
                            .containsPattern("give this cluster another name|already in use")
                            .doesNotContain("whole\n")
                            .satisfies(said -> assertThat(o.status()).isNotEqualTo(137)));
        } finally {
            Lab.must(ME, "scancel " + job);
        }
    }

    /** One has the job's name and port, the other one's own of both. */
    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    @Tag("whole")
    void twoClustersOfOtherNamesAndPortsRunInOneJobAtOnce(RunMode mode) throws Exception {
        JobId job = new JobId(Lab.must(ME, "sbatch --parsable -N2 -t 5 -o /dev/null --wrap 'tail -f /dev/null'")
                .strip());
        try {
            Lab.awaitNone(() -> bench.slurm().find(job).filter(Job::running).isPresent() ? List.of() : List.of(job));
            List<Running> both = new ArrayList<>();
            for (VirtualCluster cluster : List.of(VirtualCluster.SITES, new VirtualCluster("beside", 2071))) {
                Launch whole = launch(new LaunchKind.Mpi(1, "", cluster), mode, 2, "sh", "-c", MEET)
                        .withPlace(new LaunchPlace.InJob(job));
                both.add(bench.launcher().start(bench.launcher().plan(whole, record)));
            }
            for (Running one : both) {
                try (one) {
                    Output output = CancellableOutput.collect(one);
                    assertThat(output.text().lines().sorted())
                            .as(output.errors())
                            .containsExactly("max-wn001 of " + job, "max-wn002 of " + job);
                    assertThat(output.status()).as(output.errors()).isZero();
                }
            }
            assertThat(bench.slurm().find(job))
                    .hasValueSatisfying(j -> assertThat(j.running()).isTrue());
        } finally {
            Lab.must(ME, "scancel " + job);
        }
    }
}
