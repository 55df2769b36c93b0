package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Mark;

/** What the user sets by -e is what the program has, whatever a launch would tell it by that name, in every mode. */
@Timeout(60)
class OwnVariablesTest {

    @TempDir
    Path folder;

    /** All names that a launch hands in; but for which GPUs an engine shows, since those are SLURM's to grant. */
    private static final List<String> HANDED = List.of(
            "HOME",
            "USER",
            "CUDA_VISIBLE_DEVICES",
            "GPU_DEVICE_ORDINAL",
            "SLURM_ARRAY_TASK_ID",
            "SLURM_CPUS_ON_NODE",
            "SLURM_JOB_ID",
            "SLURM_JOB_NUM_NODES",
            "SLURM_LOCALID",
            "SLURM_NNODES",
            "SLURM_NODEID",
            "SLURM_NTASKS",
            "SLURM_PROCID",
            "SLURMD_NODENAME",
            "OMPI_MCA_orte_default_hostfile",
            "PRTE_MCA_prte_default_hostfile",
            "OMPI_MCA_btl_tcp_if_include",
            "OMPI_MCA_oob_tcp_if_include");

    static Stream<Arguments> modes() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(LaunchKind.Name.COMMAND, LaunchKind.Name.BATCH, LaunchKind.Name.MPI)
                        .flatMap(kind -> Stream.of(true, false)
                                .flatMap(bySite -> Stream.of("-e", "--docker-arg", "--gpus=all", "--device")
                                        .map(how -> Arguments.of(mode, kind, bySite, how)))))
                .filter(a -> a.get()[1] != LaunchKind.Name.MPI
                        || a.get()[0] == RunMode.ME
                        || a.get()[0] == RunMode.DOCKERCLUSTER)
                .filter(a -> a.get()[1] != LaunchKind.Name.BATCH || a.get()[0] != RunMode.DOCKERCLUSTER);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void whatTheUserSetsWins(RunMode mode, LaunchKind.Name kind, boolean bySite, String how) throws Exception {
        List<String> mine = HANDED.stream().map(name -> name + "=mine").toList();
        List<String> options = switch (how) {
            case "--docker-arg" -> mine.stream().map(v -> "--env=" + v).toList();
            case "--gpus=all" -> List.of(how);
            case "--device" -> List.of("--device=nvidia.com/gpu=all");
            default -> List.of();
        };
        LaunchKind work = switch (kind) {
            case MPI -> new LaunchKind.Mpi(1, "10.0.0.0/8", JobKnowledgeTest.virtual());
            case COMMAND -> new LaunchKind.Command(JobKnowledgeTest.virtual());
            default -> kind.plain();
        };
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "env")
                .withKind(work)
                .withContainer(
                        new ContainerOptions(how.equals("--docker-arg") ? List.of() : mine, "", List.of(), options));
        Map<String, String> job = new HashMap<>(JobKnowledgeTest.CLUSTERS_JOB);
        job.putAll(Map.of("SLURM_LOCALID", "0", "SLURM_ARRAY_TASK_ID", "3", "GPU_DEVICE_ORDINAL", "0,1"));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.run(launch, job);
        assertThat(told.status()).as(told.said()).isZero();
        for (String name : HANDED) {
            assertThat(inside(told, name)).as(name).isEqualTo("mine");
        }
        if (kind == LaunchKind.Name.MPI) {
            assertThat(told.command().get(told.command().lastIndexOf("sh") - 1))
                    .as("what each rank sets by itself")
                    .doesNotContain("OMPI_COMM_WORLD");
            assertThat(told.command().stream().filter("SLURM_NTASKS"::equals))
                    .as("sent once")
                    .hasSize(1);
        }
    }

    /** As Docker has it: of files and then of options the last, and over that what a command in it is told. */
    private static String inside(StubNode.Told told, String name) {
        List<String> files =
                told.words().subList(told.arguments().size(), told.words().size());
        return lastOf(options(told.command()), name)
                .or(() -> lastOf(options(told.arguments()), name))
                .or(() -> lastOf(files.stream(), name))
                .orElse("");
    }

    private static Stream<String> options(List<String> words) {
        return Stream.iterate(0, i -> i < words.size() - 1, i -> i + 1)
                .filter(i -> words.get(i).equals("--env") || words.get(i).startsWith("--env="))
                .map(i -> words.get(i).equals("--env")
                        ? words.get(i + 1)
                        : words.get(i).substring("--env=".length()));
    }

    private static Optional<String> lastOf(Stream<String> variables, String name) {
        return variables
                .filter(v -> v.equals(name) || v.startsWith(name + "="))
                .map(v -> v.equals(name) ? "the job's" : v.substring(name.length() + 1))
                .reduce((earlier, later) -> later);
    }

    /** The keys of a cluster are in a home of their own, never in one that the user names or maps. */
    @Test
    void sshdHasItsOwnHome() throws Exception {
        Launch launch = StubNode.launch(RunMode.ME, List.of("HOME=/data/home"))
                .withMounts(List.of(new Mapping(folder.toString(), "/home/alice", false)))
                .withKind(new LaunchKind.Mpi(1, "10.0.0.0/8", JobKnowledgeTest.virtual()));
        StubNode.Told told = new StubNode(folder).run(launch, Map.of("USER", "alice"));
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.arguments().get(told.arguments().size() - 2)).isEqualTo("/maxdock.home");
        assertThat(told.arguments()).anyMatch(word -> word.startsWith("/maxdock.home:mode=700,"));
        assertThat(String.join(" ", told.arguments())).contains("keys=$1/.ssh; shift;");
    }

    private static String script(LaunchKind.Name kind, String... variables) {
        Launch launch = StubNode.launch(kind, RunMode.ME, LaunchPlace.Allocation.of("", 1, ""))
                .withContainer(new ContainerOptions(List.of(variables), "", List.of(), List.of()));
        return new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
    }

    /** The port that a program is told of is the one that is waited for; a token of one's own is the address's. */
    @Test
    void whatServesIsLookedForWhereTheUserPutIt() {
        assertThat(script(LaunchKind.Name.WEB, "PORT=9000")).contains("for p in 9000;");
        assertThat(script(LaunchKind.Name.WEB, "PORTS=9000")).contains("for p in $(shuf");
        assertThat(script(LaunchKind.Name.WEB, "PORT=08080")).contains("for p in 8080;");
        assertThat(script(LaunchKind.Name.WEB, "PORT")).contains("for p in $(if [[ ${PORT:-} =~ ^0*([1-9][0-9]*)$ ]];");
        assertThat(script(LaunchKind.Name.JUPYTER)).contains("JUPYTER_PORT_RETRIES=0");
        assertThat(script(LaunchKind.Name.JUPYTER, "JUPYTER_PORT_RETRIES=3")).doesNotContain("JUPYTER_PORT_RETRIES=0");
        assertThat(script(LaunchKind.Name.X11)).contains("export XAUTHORITY");
        assertThat(script(LaunchKind.Name.X11, "XAUTHORITY=/keys")).doesNotContain("export XAUTHORITY");
    }

    @ParameterizedTest
    @CsvSource({
        "JUPYTER_TOKEN=my-own.token_1, 5",
        "JUPYTER_TOKEN=, 3",
        "JUPYTER_TOKEN=short, 3",
        "JUPYTER_TOKEN=with a blank, 3",
        "JUPYTER_TOKEN, 5",
        "OTHER=x, 5"
    })
    void aTokenOfOnesOwnIsWhatTheAddressHas(String variable, int status) throws Exception {
        Launch launch = StubNode.launch(LaunchKind.Name.JUPYTER, RunMode.ME, LaunchPlace.Allocation.of("", 1, ""))
                .withContainer(new ContainerOptions(List.of(variable), "", List.of(), List.of()));
        StubNode.Told told = new StubNode(folder).run(launch, Map.of("ENDS", "5", "JUPYTER_TOKEN", "of-the-job.1"));
        assertThat(told.status()).as(told.said()).isEqualTo(status);
        if (status == 3) {
            assertThat(told.said()).contains("JUPYTER_TOKEN must have");
            assertThat(told.words()).isEmpty();
        } else {
            assertThat(told.read().matches("my-own.token_1|of-the-job.1"))
                    .as(told.read())
                    .isEqualTo(variable.startsWith("JUPYTER"));
        }
    }
}
