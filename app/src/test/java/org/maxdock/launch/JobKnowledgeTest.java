package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.InvalidValue;

/** What a container is told of the job that it is part of, and given of it. */
@Timeout(60)
class JobKnowledgeTest {

    @TempDir
    Path folder;

    private static Launch launch(RunMode mode, String... options) {
        return StubNode.launch(mode, List.of("MINE", "A=b c"), options);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void whatSlurmTellsATaskGoesInByName(RunMode mode) throws Exception {
        StubNode.Told told = new StubNode(folder)
                .run(
                        launch(mode),
                        Map.of(
                                "SLURM_ARRAY_TASK_ID", "3",
                                "SLURM_JOB_NAME", "a\nb *",
                                "SLURM_JWT", "secret",
                                "SLURM_JOBID", "7",
                                "CUDA_VISIBLE_DEVICES", "1",
                                "OTHER", "x"));
        assertThat(told.status()).as(told.said()).isZero();
        for (String name : List.of(
                "SLURM_JOB_ID",
                "SLURM_ARRAY_TASK_ID",
                "SLURM_JOB_NAME",
                "SLURM_PROCID",
                "CUDA_VISIBLE_DEVICES",
                "MINE")) {
            assertThat(told.words()).contains(name);
        }
        assertThat(told.words()).contains("A=b c");
        assertThat(told.words()).doesNotContain("SLURM_JWT", "SLURM_JOBID", "OTHER", "secret", "a\nb *");
    }

    @Test
    void onTheServerItselfThereIsNoJobToTellOf() throws Exception {
        Launch here = new Launch(
                "test",
                ImageReference.parse("image:1"),
                List.of(),
                List.of(),
                RunMode.ME,
                new LaunchPlace.OnServer(),
                List.of("true"),
                "");
        assertThat(new StubNode(folder).run(here, Map.of()).words()).doesNotContain("SLURM_JOB_ID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // granted by SLURM | asked of docker | given to it | counted inside
                "SLURM_STEP_GPUS=2,3 | --gpus=all | --gpus=\"device=2,3\" | 0,1",
                "SLURM_JOB_GPUS=5 | --gpus=all | --gpus=\"device=5\" | 0",
                "CUDA_VISIBLE_DEVICES=0 SLURM_STEP_GPUS=3 | --gpus=1 | --gpus=\"device=3\" | 0",
                "CUDA_VISIBLE_DEVICES=GPU-a-b,GPU-c SLURM_STEP_GPUS=0,1 | --gpus=all | --gpus=\"device=GPU-a-b,GPU-c\" "
                        + "| GPU-a-b,GPU-c",
                "SLURM_STEP_GPUS=1,2,3 | --gpus=2 | --gpus=\"device=1,2\" | 0,1",
                "SLURM_STEP_GPUS=1,2,3 | --gpus=count=2,capabilities=utility | "
                        + "--gpus=\"device=1,2\",\"capabilities=utility\" | 0,1",
                "SLURM_STEP_GPUS=1,2,3 | --gpus=\"device=3,1\" | --gpus=\"device=3,1\" | 0,1",
                "A=b | --gpus=all | --gpus=all | ",
                "CUDA_VISIBLE_DEVICES=1 | --gpus=all | --gpus=all | ",
                "CUDA_VISIBLE_DEVICES=4,6 SLURM_GPUS_ON_NODE=2 | --gpus=all | --gpus=\"device=4,6\" | 0,1",
            })
    void aContainerGetsTheGpusThatTheJobWasGranted(String granted, String asked, String given, String inside)
            throws Exception {
        StubNode.Told told = new StubNode(folder).run(launch(RunMode.ME, asked), variables(granted));
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).contains(given);
        assertThat(told.words().stream().filter(w -> w.startsWith("--gpus"))).hasSize(1);
        assertThat(told.words().contains("CUDA_VISIBLE_DEVICES=" + inside)).isEqualTo(inside != null);
    }

    private static Map<String, String> variables(String words) {
        Map<String, String> variables = new HashMap<>();
        for (String word : words.split(" ")) {
            variables.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return variables;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLURM_STEP_GPUS=2 | --gpus=2 | SLURM granted 1 GPUs",
                "SLURM_STEP_GPUS=2 | --gpus=device=1 | is not this job's",
                "NODE=Gres=gpu:2 | --gpus=all | SLURM granted no GPU",
                "SLURM_STEP_GPUS=2 NODE=Gres=gpu:4 | --device=/dev/nvidia1 | is not this job's",
                "SLURM_STEP_GPUS=2 NODE=Gres=gpu:4 | --device=/dev/nvidia1:/dev/nvidia0:rw | is not this job's",
                "NODE=Gres=gpu:2 | --device=/dev/nvidia0 | is not this job's",
                "NODE=Gres=gpu:2 CUDA_VISIBLE_DEVICES=NoDevFiles | --gpus=1 | SLURM granted no GPU",
                "NODE=Gres=gpu:2 CUDA_VISIBLE_DEVICES=1 | --gpus=1 | SLURM granted no GPU",
                "NODE=Gres=gpu:2 CUDA_VISIBLE_DEVICES=GPU-a-b GPU_DEVICE_ORDINAL=0 | --gpus=all | SLURM granted no GPU",
                "NODE=Gres=gpu:2 CUDA_VISIBLE_DEVICES=1 | --device=/dev/nvidia1 | is not this job's",
            })
    void whatTheJobWasNotGrantedIsRefused(String granted, String asked, String sentence) throws Exception {
        StubNode.Told told = new StubNode(folder).run(launch(RunMode.ME, asked), variables(granted));
        assertThat(told.said()).contains(sentence);
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.words()).isEmpty();
    }

    /** By name, as devices (CDI): those that were granted, by the numbers of the node, and no others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // granted by SLURM | asked of docker | named to it | counted inside
                "SLURM_STEP_GPUS=2,3 NODE=Gres=gpu:4 | nvidia.com/gpu=all | nvidia.com/gpu=2 nvidia.com/gpu=3 | 0,1",
                "SLURM_JOB_GPUS=5 | nvidia.com/gpu=all | nvidia.com/gpu=5 | 0",
                "SLURM_STEP_GPUS=2,3 | nvidia.com/gpu=3 | nvidia.com/gpu=3 | 0",
                "SLURM_STEP_GPUS=1,2,3 | nvidia.com/gpu=3 nvidia.com/gpu=1 | nvidia.com/gpu=3 nvidia.com/gpu=1 | 0,1",
                "SLURM_STEP_GPUS=0 | nvidia.com/gpu=0 nvidia.com/gpu=all | nvidia.com/gpu=0 | 0",
                "CUDA_VISIBLE_DEVICES=GPU-a-b SLURM_STEP_GPUS=3 | nvidia.com/gpu=all | nvidia.com/gpu=3 | 0",
                "NODE=Gres=(null) | nvidia.com/gpu=all | nvidia.com/gpu=all | ",
                "NODE=Gres=(null) | amd.com/gpu=all | amd.com/gpu=all | ",
                "SLURM_STEP_GPUS=2 | nvidia.com/gpu=3 | is not this job's | ",
                "NODE=Gres=gpu:4 | nvidia.com/gpu=all | SLURM granted no GPU | ",
                "NODE=Gres=gpu:4 CUDA_VISIBLE_DEVICES=NoDevFiles | nvidia.com/gpu=0 | SLURM granted no GPU | ",
                "CUDA_VISIBLE_DEVICES=GPU-a-b SLURM_GPUS_ON_NODE=1 | nvidia.com/gpu=all | not known by number | ",
                "CUDA_VISIBLE_DEVICES=GPU-a-b NODE=Gres=gpu:4 | nvidia.com/gpu=all | SLURM granted no GPU | ",
                "CUDA_VISIBLE_DEVICES=3 NODE=Gres=gpu:4 | nvidia.com/gpu=3 | SLURM granted no GPU | ",
                "SLURM_STEP_GPUS=2 | nvidia.com/gpu=GPU-a-b | is this job's is not known | ",
                "SLURM_STEP_GPUS=2 | nvidia.com/gpu=2:0 | is this job's is not known | ",
                "SLURM_STEP_GPUS=2 | nvidia.com/gpu=2 amd.com/gpu=2 | is this job's is not known | ",
            })
    void gpusThatAreNamedAreTheJobsOrRefused(String granted, String asked, String given, String inside)
            throws Exception {
        String[] options = Stream.of(asked.split(" ")).map(o -> "--device=" + o).toArray(String[]::new);
        StubNode.Told told = new StubNode(folder).run(launch(RunMode.ME, options), variables(granted));
        boolean refused = given.contains("job's") || given.contains("SLURM") || given.contains("known");
        assertThat(told.status()).as(told.said()).isEqualTo(refused ? 3 : 0);
        if (refused) {
            assertThat(told.said()).contains(given);
            assertThat(told.words()).isEmpty();
            return;
        }
        assertThat(told.words().stream().filter(w -> w.contains("--device")))
                .containsExactlyElementsOf(
                        Stream.of(given.split(" ")).map(o -> "--device=" + o).toList());
        assertThat(last(told, "CUDA_VISIBLE_DEVICES=")).isEqualTo(inside);
        assertThat(last(told, "NVIDIA_VISIBLE_DEVICES=")).isEqualTo(inside == null ? null : "void");
    }

    /** In a privileged container, as the site's scripts start it, the node's numbers hold; a cluster is one. */
    @ParameterizedTest
    @CsvSource({
        "DOCKERRUN, true, '2,3'",
        "DOCKERCLUSTER, true, '2,3'",
        "DOCKERRUN, false, '0,1'",
        "DOCKERCLUSTER, false, '0,1'"
    })
    void gpusThatAreNamedAreCountedAsTheContainerCountsThem(RunMode mode, boolean bySite, String counted)
            throws Exception {
        Launch launch = launch(mode, "--device=nvidia.com/gpu=all").withKind(new LaunchKind.Command(virtual()));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.run(launch, CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words())
                .contains("--device=nvidia.com/gpu=2", "--device=nvidia.com/gpu=3", "CUDA_VISIBLE_DEVICES=" + counted)
                .doesNotContain("--device=nvidia.com/gpu=all");
    }

    /** The site's scripts: it has all devices of the node, and they are counted as the node counts them. */
    @Test
    void whereTheContainerIsPrivilegedItIsToldTheNodesNumbers() throws Exception {
        Launch launch = launch(RunMode.DOCKERRUN, "--gpus=all");
        Map<String, String> granted = Map.of("SLURM_STEP_GPUS", "2,3");
        assertThat(new StubNode(folder).withSitesScripts().run(launch, granted).words())
                .contains("--gpus=\"device=2,3\"", "CUDA_VISIBLE_DEVICES=2,3");
        Launch privileged = launch(RunMode.ME, "--gpus=all", "--privileged");
        assertThat(new StubNode(folder).run(privileged, granted).words()).contains("CUDA_VISIBLE_DEVICES=2,3");
    }

    @Test
    void whereTheSiteHasNoScriptItIsNotPrivileged() throws Exception {
        assertThat(new StubNode(folder)
                        .run(launch(RunMode.DOCKERRUN, "--gpus=all"), Map.of("SLURM_STEP_GPUS", "2,3"))
                        .words())
                .contains("--gpus=\"device=2,3\"", "CUDA_VISIBLE_DEVICES=0,1");
    }

    private static Launch cluster(String... options) throws Exception {
        return launch(RunMode.DOCKERCLUSTER, options).withKind(new LaunchKind.Command(virtual()));
    }

    static VirtualCluster virtual() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return new VirtualCluster("mine", free.getLocalPort());
        }
    }

    static final Map<String, String> CLUSTERS_JOB = Map.ofEntries(
            Map.entry("SLURM_STEP_GPUS", "2,3"),
            Map.entry("CUDA_VISIBLE_DEVICES", "0,1"),
            Map.entry("SLURM_NODEID", "0"),
            Map.entry("SLURMD_NODENAME", "n1"),
            Map.entry("SLURM_CPUS_ON_NODE", "4"),
            Map.entry("SLURM_SUBMIT_DIR", "/data/ä b"),
            Map.entry("SLURM_JOBID", "7"),
            Map.entry("SLURM_NTASKS", "1"),
            Map.entry("SLURM_NPROCS", "1"),
            Map.entry("SLURM_STEP_ID", "1"),
            Map.entry("SLURM_JWT", "secret"));

    @Test
    void aClusterByPlainDockerHasTheGpusThatEachNodeWasGranted() throws Exception {
        StubNode.Told told = new StubNode(folder).run(cluster("--gpus=all"), CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).contains("--gpus=\"device=2,3\"", "CUDA_VISIBLE_DEVICES=0,1");
        assertThat(told.words().stream().filter(w -> w.startsWith("--gpus"))).hasSize(1);
        assertIsTold(told);
        assertThat(told.command())
                .as("of its GPUs the container was told when it began")
                .doesNotContain("CUDA_VISIBLE_DEVICES");
    }

    @Test
    void aClusterByTheSitesScriptIsToldTheNodesNumbers() throws Exception {
        StubNode.Told told = new StubNode(folder).withSitesScripts().run(cluster("--gpus=all"), CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).contains("--gpus=\"device=2,3\"");
        assertThat(told.words().stream().filter(w -> w.startsWith("--gpus"))).hasSize(1);
        assertIsTold(told);
    }

    /** Docker reads what the launch says of itself from a file, too, and takes the last. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClusterIsShownNoOtherGpusWhateverTheLaunchNames(boolean bySite) throws Exception {
        Launch launch = StubNode.launch(RunMode.DOCKERCLUSTER, List.of("NVIDIA_VISIBLE_DEVICES=all"))
                .withKind(new LaunchKind.Command(virtual()));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.run(launch, CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        boolean named = told.arguments().contains("NVIDIA_VISIBLE_DEVICES=2,3"); // --env goes over any file
        assertThat(named || lastOf(told.words()).equals("NVIDIA_VISIBLE_DEVICES=2,3"))
                .isTrue();
    }

    private static String lastOf(List<String> words) {
        return words.stream()
                .filter(w -> w.startsWith("NVIDIA_VISIBLE_DEVICES="))
                .toList()
                .getLast();
    }

    /** A rank on another node has sshd's environment, not the container's. */
    @Test
    void mpirunSendsTheNodesNumbersToEachRankByTheSitesScriptOnly() throws Exception {
        Launch launch = launch(RunMode.DOCKERCLUSTER, "--gpus=all");
        Launch mpi = launch.withKind(new LaunchKind.Mpi(1, "10.0.0.0/8", virtual()));
        StubNode.Told told = new StubNode(folder).run(mpi, CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.command()).contains("mpirun", "SLURM_JOB_ID").doesNotContain("CUDA_VISIBLE_DEVICES");
        mpi = launch.withKind(new LaunchKind.Mpi(1, "10.0.0.0/8", virtual()));
        told = new StubNode(folder).withSitesScripts().run(mpi, CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(String.join("\n", told.command())).contains("mpirun\n", "-x\nCUDA_VISIBLE_DEVICES\n");
    }

    @ParameterizedTest
    @CsvSource({"false, '0,1'", "true, '2,3'"})
    void aClusterWithoutGpusIsToldOfItsJob(boolean bySite, String counted) throws Exception {
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.run(cluster(), CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).noneMatch(w -> w.startsWith("--gpus"));
        assertIsTold(told);
        assertThat(told.words())
                .contains(
                        "NVIDIA_VISIBLE_DEVICES=2,3", "CUDA_VISIBLE_DEVICES=" + counted, "SLURM_SUBMIT_DIR=/data/ä b");
    }

    /** Ranks of other nodes are sent what holds for the job: of the first node's own, nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ranksAreSentWhatHoldsForTheJob(boolean bySite) throws Exception {
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        Launch mpi = launch(RunMode.DOCKERCLUSTER).withKind(new LaunchKind.Mpi(1, "10.0.0.0/8", virtual()));
        StubNode.Told told = node.run(mpi, CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(String.join("\n", told.command()))
                .contains("-x\nSLURM_JOB_ID\n", "-x\nSLURM_NNODES\n", "-x\nSLURM_JOB_NUM_NODES\n")
                .doesNotContain("SLURM_NODEID", "SLURM_CPUS_ON_NODE", "SLURMD_NODENAME", "-x\nSLURM_PROCID");
        assertIsTold(told);
    }

    /** An engine may show GPUs unasked, by its runtime, the image's variable or the launch's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // granted by SLURM | options of docker | which ones the runtime shows | counted inside
                "SLURM_STEP_GPUS=2,3 | --label=a | 2,3 | 0,1",
                "SLURM_STEP_GPUS=2,3 | --runtime=nvidia | 2,3 | 0,1",
                "SLURM_JOB_GPUS=5 NODE=Gres=gpu:8 | --env=NVIDIA_VISIBLE_DEVICES=all | 5 | 0",
                "CUDA_VISIBLE_DEVICES=GPU-a,GPU-b SLURM_GPUS_ON_NODE=2 | --label=a | GPU-a,GPU-b | GPU-a,GPU-b",
                "CUDA_VISIBLE_DEVICES=3 SLURM_GPUS_ON_NODE=1 NODE=Gres=gpu:8 | --label=a | 3 | 0",
                "CUDA_VISIBLE_DEVICES=GPU-a,GPU-b NODE=Gres=gpu:8 | --label=a | void | ",
                "CUDA_VISIBLE_DEVICES=3 NODE=Gres=gpu:8 | --runtime=nvidia | void | ",
                "CUDA_VISIBLE_DEVICES=3 SLURM_GPUS_ON_NODE=0 NODE=Gres=gpu:8 | --runtime=nvidia | void | ",
                "CUDA_VISIBLE_DEVICES=3 NODE=Gres=(null) | --runtime=nvidia | | ",
                "SLURM_STEP_GPUS=2 | --privileged | 2 | 2",
                "SLURM_STEP_GPUS=2,3 | --gpus=1 | 2 | 0",
                "SLURM_STEP_GPUS=2,3 | --device=/dev/nvidia3 | 2,3 | 0,1",
                "NODE=Gres=gpu:8 | --env=NVIDIA_VISIBLE_DEVICES=all | void | ",
                "NODE=Gres=gpu:8 | --runtime=nvidia | void | ",
                "NODE=Gres=(null) | --runtime=nvidia | | ",
            })
    void noGpuIsShownUnaskedThatWasNotGranted(String granted, String option, String shown, String counted)
            throws Exception {
        StubNode.Told told = new StubNode(folder).run(launch(RunMode.ME, option), variables(granted));
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(last(told, "NVIDIA_VISIBLE_DEVICES=")).isEqualTo(shown);
        assertThat(last(told, "CUDA_VISIBLE_DEVICES=")).isEqualTo(counted);
    }

    /** As docker takes them: whatever is in a file, a variable that is a word wins. */
    private static String last(StubNode.Told told, String name) {
        return told.arguments().stream()
                .filter(w -> w.startsWith(name))
                .map(w -> w.substring(name.length()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Of the job and the node: a shell in the container is, too. Not of the step that keeps it. */
    private static void assertIsTold(StubNode.Told told) {
        assertThat(told.words())
                .contains(
                        "SLURM_JOB_ID=7",
                        "SLURM_JOB_NUM_NODES=1",
                        "SLURM_NNODES=1",
                        "SLURM_NODEID=0",
                        "SLURM_CPUS_ON_NODE=4",
                        "SLURMD_NODENAME=n1")
                .noneMatch(w -> w.matches("(?s)SLURM_(JOBID|PROCID|NTASKS|NPROCS|STEP_ID|JWT)(=.*)?"));
        assertThat(told.command()).noneMatch(w -> w.matches("(?s)SLURM_(JOBID|NPROCS|STEP_ID|JWT)(=.*)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--gpus=some", "--gpus=device=", "--gpus=\"device=0", "--gpus=", "--gpus=none=1"})
    void whatDockerWouldNotTakeIsRefused(String option) {
        assertThatThrownBy(() -> launch(RunMode.ME, option)).isInstanceOf(InvalidValue.class);
    }
}
