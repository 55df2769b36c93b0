package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each task of a launch knows of itself in each mode, and what is said where it has no program. */
@Timeout(60)
class TaskKnowledgeTest {

    @TempDir
    Path folder;

    /** What SLURM tells a task, by the names that a task looks for. */
    private static final List<String> OF_A_TASK = List.of(
            "SLURM_JOB_ID",
            "SLURM_JOB_NUM_NODES",
            "SLURM_NODEID",
            "SLURM_PROCID",
            "SLURM_LOCALID",
            "SLURM_NTASKS",
            "SLURM_CPUS_ON_NODE",
            "SLURMD_NODENAME");

    private static Stream<Arguments> modes() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(LaunchKind.Name.COMMAND, LaunchKind.Name.MPI)
                        .flatMap(kind -> Stream.of(true, false).map(bySite -> Arguments.of(mode, kind, bySite))))
                .filter(a -> a.get()[1] != LaunchKind.Name.MPI
                        || a.get()[0] == RunMode.ME
                        || a.get()[0] == RunMode.DOCKERCLUSTER);
    }

    /** In every mode, also in ranks that sshd starts, which have nothing of the container's environment. */
    @ParameterizedTest
    @MethodSource("modes")
    void eachTaskKnowsWhichItIs(RunMode mode, LaunchKind.Name kind, boolean bySite) throws Exception {
        boolean mpi = kind == LaunchKind.Name.MPI;
        LaunchKind work = mpi
                ? new LaunchKind.Mpi(1, "10.0.0.0/8", JobKnowledgeTest.virtual())
                : new LaunchKind.Command(JobKnowledgeTest.virtual());
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        Map<String, String> job = new HashMap<>(JobKnowledgeTest.CLUSTERS_JOB);
        job.put("SLURM_LOCALID", "0");
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "env");
        StubNode.Told told = node.run(launch.withKind(work), job);
        assertThat(told.status()).as(told.said()).isZero();
        if (!mpi) {
            assertThat(Stream.concat(told.words().stream(), told.command().stream())
                            .map(w -> w.replaceFirst("(?s)=.*", "")))
                    .containsAll(OF_A_TASK);
            return;
        }
        String file = told.words().stream()
                .filter(w -> w.matches("SLURM\\w+=.*"))
                .map(w -> w + "\n")
                .collect(Collectors.joining());
        List<String> rank = rankOfAnotherNode(told.command().get(told.command().lastIndexOf("sh") - 1), file);
        assertThat(rank)
                .contains("SLURM_PROCID=3", "SLURM_LOCALID=1", "SLURM_NTASKS=4", "SLURM_NODEID=0", "SLURMD_NODENAME=n1")
                .contains("SLURM_SUBMIT_DIR=mine", "v=mine")
                .noneMatch(l -> l.startsWith("CUDA") || l.startsWith("maxdock"));
        assertThat(rank.stream().map(l -> l.replaceFirst("=.*", ""))).containsAll(OF_A_TASK);
    }

    /** The environment of what the rank becomes that is the fourth of all, on a node of which that file tells. */
    private List<String> rankOfAnotherNode(String text, String file) throws Exception {
        Path job = Files.createDirectory(folder.resolve("job of the node"));
        Files.writeString(job.resolve("job"), file + "CUDA_VISIBLE_DEVICES=9\n");
        ProcessBuilder sh =
                new ProcessBuilder("sh", "-c", text.replace("/maxdock.job/job", "'" + job + "/job'"), "sh", "env");
        sh.environment().keySet().removeIf(name -> !name.equals("PATH"));
        sh.environment().putAll(Map.of("SLURM_SUBMIT_DIR", "mine", "v", "mine", "OMPI_COMM_WORLD_RANK", "3"));
        sh.environment().putAll(Map.of("OMPI_COMM_WORLD_LOCAL_RANK", "1", "OMPI_COMM_WORLD_SIZE", "4"));
        Process process = sh.redirectErrorStream(true).start();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }

    /** As a program that docker starts, by which image and launch and job say what; but nothing of more than a line. */
    @Test
    void whatSshdStartsInAClusterHasTheContainersEnvironment() throws Exception {
        Launch launch = StubNode.launch(RunMode.ME, List.of())
                .withKind(new LaunchKind.Mpi(1, "10.0.0.0/8", JobKnowledgeTest.virtual()));
        StubNode.Told told = new StubNode(folder).run(launch, JobKnowledgeTest.CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isZero();
        List<String> sshd = told.arguments()
                .subList(told.arguments().lastIndexOf("-c"), told.arguments().size());
        Path home = folder.resolve("home");
        for (String program : List.of("sshd", "ssh-keygen")) {
            Path file = Files.writeString(folder.resolve("bin").resolve(program), "#!/bin/sh\ncat environment\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder sh =
                new ProcessBuilder("sh", sshd.get(0), sshd.get(1), sshd.get(2), home.toString(), sshd.getLast());
        String path = folder.resolve("bin") + ":/usr/bin:/bin";
        sh.environment().clear();
        sh.environment().putAll(Map.of("PATH", path, "LD_LIBRARY_PATH", "/opt/lib", "HOME", "/data/mine"));
        sh.environment().putAll(Map.of("SLURMD_NODENAME", "n7", "TEXT", "a\nPATH=/evil", "WORD", "b c\\ä=\"'"));
        Process process = sh.redirectInput(Path.of("/dev/null").toFile()).start();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).isZero();
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "PATH=" + path,
                        "LD_LIBRARY_PATH=/opt/lib",
                        "HOME=/data/mine",
                        "SLURMD_NODENAME=n7",
                        "WORD=b c\\ä=\"'");
        assertThat(home.resolve(".ssh/config")).exists();
    }

    /** What nobody could look up before is told by the node: what the image lacks, with the status that says that. */
    @ParameterizedTest
    @CsvSource({
        "ISOLATED, COMMAND, 127, true",
        "ME, COMMAND, 127, true",
        "ME, SHELL, 127, true",
        "ME, BATCH, 127, true",
        "DOCKERRUN, COMMAND, 127, true",
        "ME, COMMAND, 126, false",
        "ME, COMMAND, 5, false",
        "ME, COMMAND, 0, false"
    })
    void whatTheImageLacksIsSaid(RunMode mode, LaunchKind.Name kind, int status, boolean said) throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "no such'thing");
        StubNode.Told told = new StubNode(folder).run(launch, Map.of("ENDS", String.valueOf(status)));
        assertThat(told.status()).as(told.said()).isEqualTo(status);
        assertThat(told.said().contains("image:1 may lack no such'thing"))
                .as(told.said())
                .isEqualTo(said);
    }
}
