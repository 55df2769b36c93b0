package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Texts;

/**
 * What is told, before a launch, of what a job's grant and its cgroup do not hold: GPUs, memory and cores. Of the site
 * here, gpu has nodes whose GPUs SLURM counts, by has such as are told by a feature only, cpu has none and is the
 * default.
 */
class BoundsCheckTest {

    private static final List<String> PARTITIONS = List.of("cpu", "gpu", "by");

    private static Launch launch(RunMode mode, String partition, String slurm, String docker) {
        LaunchPlace place = LaunchPlace.Allocation.of(partition, 1, "").withMore(words(slurm));
        return StubNode.launch(LaunchKind.Name.COMMAND, mode, place, "true")
                .withContainer(new ContainerOptions(List.of(), "", List.of(), words(docker)));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Slurm site() throws Exception {
        Slurm slurm = mock(Slurm.class);
        List<Partition> partitions = PARTITIONS.stream()
                .map(name -> new Partition(
                        new PartitionName(name), name.equals("cpu"), true, "all", true, "1:00", "", 1, 0, 0, 0, 1))
                .toList();
        when(slurm.partitions()).thenReturn(org.maxdock.slurm.Records.of(partitions));
        List<NodeShape> shapes = Stream.of("cpu::(null)", "gpu:x:gpu:a100:4(S:0-1)", "by:P100,GPU:(null)")
                .map(line -> line.split(":", 3))
                .map(f -> new NodeShape(new NodeName("n-" + f[0]), new PartitionName(f[0]), 8, 4000, f[1], f[2], true))
                .toList();
        when(slurm.shapes()).thenReturn(org.maxdock.slurm.Records.of(shapes));
        return slurm;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // mode | partitions | SLURM's options | Docker's | what is said
                "ME | cpu | | --gpus=all | FAILS check.gpus.none check.gpus.elsewhere",
                "ME | '' | --gres=gpu:1 | --gpus=all | FAILS check.gpus.none check.gpus.elsewhere",
                "ME | gpu | | --gpus=all | FAILS check.gpus.not-asked check.gpus.ask",
                "ME | gpu | --gres=gpu:1 | --gpus=all | OK check.gpus.granted",
                "ME | gpu | --gres=gpu:a100:2 | --gpus=2 | OK check.gpus.granted",
                "ME | gpu | --gpus=1 | --gpus=1 | OK check.gpus.granted",
                "ME | gpu | -G1 | --gpus=1 | OK check.gpus.granted",
                "ME | gpu | --exclusive | --gpus=1 | OK check.gpus.granted",
                "ME | gpu | --mem=1G | --gpus=1 | FAILS check.gpus.not-asked check.gpus.ask",
                "ME | cpu,gpu | --gres=gpu:1 | --gpus=1 | OK check.gpus.granted",
                "ME | by | | --gpus=all | OK check.gpus.granted",
                "ME | cpu,by | | --gpus=all | FAILS check.gpus.on-some check.gpus.ask",
                "ME | cpu,by | --nodelist=n-by | --gpus=all | OK check.gpus.granted",
                "ME | cpu,by | --nodelist=n-cpu,n-by | --gpus=all | FAILS check.gpus.on-some check.gpus.ask",
                "ME | cpu,gpu | | --gpus=all | FAILS check.gpus.on-some check.gpus.ask",
                "ME | cpu,by | --constraint=P100&x | --gpus=all | OK check.gpus.granted",
                "ME | cpu,by | --exclude=n-cpu | --gpus=all | OK check.gpus.granted",
                "ME | by | | --gpus=all --privileged | NOTE check.gpus.privileged",
                "ISOLATED | gpu | --gres=gpu:1 | --gpus=all | OK check.gpus.granted",
                "DOCKERRUN | gpu | --gres=gpu:1 | --gpus=all | NOTE check.gpus.privileged",
                "DOCKERCLUSTER | by | | --gpus=all | NOTE check.gpus.privileged",
                "ME | gpu | --gres=gpu:1 | --label=a | ",
                "ME | gpu | --gres=gpu:1 | --runtime=nvidia | ",
                "ME | gpu | --gres=gpu:1 | --device=/dev/nvidia1 | ",
                "ME | gpu | --gres=gpu:1 | --device=/dev/nvidia-caps/cap1 | FAILS check.gpus.device check.gpus.by-gpus",
                "ME | gpu | --gres=gpu:1 | --device=nvidia.com/gpu=all | FAILS check.gpus.device check.gpus.by-gpus",
                "ME | gpu | | --gpus=1 --device=/dev/dri | FAILS check.gpus.device check.gpus.by-gpus",
                "ME | gpu | --gres=gpu:1 | --device=/dev/infiniband/uverbs0 | ",
                "ME | by | | --device=/dev/nvidia1 | ",
                "ME | gpu | --gres=gpu:1 | --env=NVIDIA_VISIBLE_DEVICES=all | NOTE check.gpus.variable",
                "ME | gpu | | -eNVIDIA_VISIBLE_DEVICES=all | NOTE check.gpus.variable",
                "ME | by | | --env=NVIDIA_VISIBLE_DEVICES=all | ",
                "ME | cpu | | --env=NVIDIA_VISIBLE_DEVICES=all | ",
                "ME | gpu | --gres=gpu:1 | --privileged | NOTE check.gpus.privileged",
                "DOCKERRUN | gpu | --gres=gpu:1 | --label=a | NOTE check.gpus.privileged",
                "DOCKERRUN | gpu | | --label=a | NOTE check.gpus.privileged",
                "DOCKERRUN | cpu | | --label=a | ",
                "DOCKERRUN | cpu,gpu | | --label=a | ",
                "DOCKERRUN | cpu,gpu | --gres=gpu:1 | --label=a | NOTE check.gpus.privileged",
                "DOCKERCLUSTER | gpu | --gres=gpu:1 | --label=a | NOTE check.gpus.privileged",
            })
    void ofGpus(RunMode mode, String partition, String slurm, String docker, String said) throws Exception {
        assertSays(new GpuCheck(site(), Map.of()), launch(mode, partition, slurm, docker), said);
    }

    /** Whoever says it: an option of the launch, one that is passed on, or a variable of the user's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // kind | partitions | SLURM's options | variables | what is said
                "COMMAND | | --gres=gpu:1 -pgpu | | OK check.gpus.granted",
                "COMMAND | | --gres=gpu:1 -Qpgpu | | OK check.gpus.granted",
                "COMMAND | | --gres=gpu:1 --partition=gpu | | OK check.gpus.granted",
                "COMMAND | cpu | --gres=gpu:1 --partition=gpu | | OK check.gpus.granted",
                "COMMAND | gpu | --gres=gpu:1 -pcpu | | FAILS check.gpus.none check.gpus.elsewhere",
                "COMMAND | | --gres=gpu:1 | SALLOC_PARTITION=gpu | OK check.gpus.granted",
                "COMMAND | | --gres=gpu:1 | SBATCH_PARTITION=gpu | FAILS check.gpus.none check.gpus.elsewhere",
                "BATCH | | --gres=gpu:1 | SBATCH_PARTITION=gpu | OK check.gpus.granted",
                "BATCH | cpu | --gres=gpu:1 | SBATCH_PARTITION=gpu | FAILS check.gpus.none check.gpus.elsewhere",
                "COMMAND | | | SALLOC_PARTITION=gpu | FAILS check.gpus.not-asked check.gpus.ask",
                "COMMAND | cpu,by | | SALLOC_CONSTRAINT=GPU | OK check.gpus.granted",
                "COMMAND | cpu,by | -CGPU | | OK check.gpus.granted",
                "COMMAND | cpu,by | -wn-by | | OK check.gpus.granted",
            })
    void ofGpusWhereverThePartitionIsSaid(
            LaunchKind.Name kind, String partition, String slurm, String variable, String said) throws Exception {
        Map<String, String> variables =
                variable == null ? Map.of() : Map.of(variable.split("=")[0], variable.split("=")[1]);
        Launch launch = launch(RunMode.ME, partition == null ? "" : partition, slurm, "--gpus=all")
                .withKind(kind.plain());
        assertSays(new GpuCheck(site(), variables), launch, said);
    }

    @Test
    void whereThereAreNoGpusAtAllNoOtherPartitionIsNamed() throws Exception {
        Slurm slurm = site();
        when(slurm.shapes()).thenReturn(org.maxdock.slurm.Records.of(List.of()));
        assertSays(
                new GpuCheck(slurm, Map.of()),
                launch(RunMode.ME, "gpu", null, "--gpus=1"),
                "FAILS check.gpus.none check.gpus.nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // SLURM's options | Docker's | what is said
                "--mem=4G | | NOTE check.limits.outside",
                "--mem-per-cpu=1G --hold | | NOTE check.limits.outside",
                "-c4 | | NOTE check.limits.outside",
                "--cpus-per-task=4 | --label=a | NOTE check.limits.outside",
                "--mem=4G | --memory=4g | ",
                "--mem=4G | -m4g | ",
                "--cpus-per-task=4 | --cpus=4 | ",
                "--mem=4G --exclusive | | ",
                "--mem=0 | | ",
                "--hold | | ",
                " | | ",
            })
    void ofMemoryAndCores(String slurm, String docker, String said) throws Exception {
        assertSays(new LimitsCheck(), launch(RunMode.ME, "cpu", slurm, docker), said);
    }

    /** Also by its name, where that is put there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--output=FOLDER/job-%j.out | ",
                "--output=FOLDER/none/job-%j.out | NOTE check.output.none",
                "--error=FOLDER/none/e | NOTE check.output.none",
                "--output=FOLDER/%x-%j.out | NOTE check.output.none",
                "--output=FOLDER/%u/none.out | ",
                "--output=slurm-%j.out | ",
                "--output=/dev/null | ",
                "--output=none/x | ",
            })
    void ofTheFilesThatSlurmWrites(String option, String said, @TempDir Path folder) throws Exception {
        Launch launch = new Launch(
                "a/b",
                ImageReference.parse("image:1"),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("cpu", 1, "").withMore(List.of(option.replace("FOLDER", folder.toString()))),
                List.of("true"),
                "");
        assertSays(new OutputCheck(new LocalHost()), launch, said);
    }

    private static void assertSays(LaunchCheck check, Launch launch, String said) throws Exception {
        List<PreflightCheck> checks = check.check(launch, Optional.empty());
        assertThat(checks)
                .extracting(c -> (c.state() + " " + c.reason().key() + " "
                                + c.mend().map(m -> m.key()).orElse(""))
                        .strip())
                .isEqualTo(said == null ? List.of() : List.of(said));
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            checks.forEach(c -> assertThat(new Texts(language).get(c.reason())).doesNotContain("check.", "{"));
        }
    }
}
