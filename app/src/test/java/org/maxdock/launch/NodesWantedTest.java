package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Nodes that are away come back; what no node has will never run. */
class NodesWantedTest {

    private final Trouble refusal =
            new Trouble(TroubleKind.SLURM_REFUSED, "allocation failure: Requested node configuration is not available");
    private static final PartitionName CPU = new PartitionName("maxcpu");

    private static NodeShape node(int number, boolean up) {
        return new NodeShape(new NodeName("n" + number), CPU, 8, 4000, "cpu,avx2", "gpu:a100:2(S:0)", up);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, '', '', NOTE",
        "3, 0, '', '', FAILS",
        "2, 8, --mem=4000, cpu, NOTE",
        "1, 9, '', '', FAILS",
        "1, 0, --mem=4G, '', FAILS",
        "1, 0, --mem=4001, '', FAILS",
        "1, 0, --mem=3G, '', NOTE",
        "1, 0, --mem=900G, '', FAILS",
        "1, 0, '', gpu, FAILS",
        "1, 0, '', cpu&avx512, NOTE",
        "1, 0, --gres=gpu:1, '', NOTE",
        "1, 0, --gres=gpu:a100:1, '', NOTE",
        "1, 0, --gres=fpga:1, '', FAILS",
        "1, 0, --mem-per-cpu=900G, '', NOTE",
        "1, 0, --mem=900g, '', FAILS",
        "1, 0, --mem=900gb, '', FAILS",
        "1, 0, --mem=3gb, '', NOTE",
        "1, 0, --mem=4096000k, '', NOTE",
        "1, 0, --mem=4096001k, '', FAILS",
        "1, 0, --mem=999999999999T, '', FAILS",
        "1, 0, --mem=0, '', NOTE",
        "1, 0, --gres=gpu, '', NOTE",
        "1, 0, --gres=gpu:2, '', NOTE",
        "1, 0, --gres=gpu:3, '', FAILS",
        "1, 0, --gres=gpu:A100:2, '', NOTE",
        "1, 0, --gres=gpu:a100:3, '', FAILS",
        "1, 0, --gres=gpu:h100, '', FAILS",
        "1, 0, --gres=gpu:h100:1, '', FAILS",
        "1, 0, --gres=gres:gpu:3, '', FAILS",
        "1, 0, --gres=gpu:1k, '', FAILS",
        "1, 0, --gres=none, '', NOTE",
        "1, 0, --gpus-per-node=2, '', NOTE",
        "1, 0, --gpus-per-node=3, '', FAILS",
        "1, 0, --gpus-per-node=h100:1, '', FAILS",
        "1, 0, --gpus=3, '', FAILS",
        "1, 0, -G3, '', FAILS",
        "1, 0, -HG3, '', FAILS",
        "1, 0, --gpus=a100:2, '', NOTE",
        "2, 0, --gpus=4, '', NOTE",
        "1, 0, -c9, '', FAILS",
        "1, 0, --nodelist=n2, '', NOTE",
        "1, 0, -wn2, '', NOTE",
        "1, 0, --nodelist=n7, '', FAILS",
        "1, 0, -wn7, '', FAILS",
        "1, 0, '--nodelist=n[1-3]', '', FAILS",
        "1, 0, '--nodelist=n[1-2]', '', NOTE",
        "1, 0, --nodelist=./nodes, '', NOTE",
        "1, 0, --constraint=zzz, '', FAILS",
        "1, 0, -Czzz, '', FAILS",
        "1, 0, -Ccpu, '', NOTE",
        "1, 0, --constraint=cpu, zzz, NOTE",
    })
    void whatNodesThatAreDownCouldDoWaits(int nodes, int cpus, String option, String constraint, String outcome) {
        LaunchPlace.Allocation wanted = new LaunchPlace.Allocation(
                Partitions.DEFAULT,
                nodes,
                TimeLimit.DEFAULT,
                cpus,
                constraint,
                option.isEmpty() ? List.of() : List.of(option));
        Partition partition = new Partition(CPU, true, true, "all", true, "1:00", "", 1, 0, 0, 1, 2);
        assertThat(NodesWanted.of(new AskedOptions(wanted.options()))
                        .explain(refusal, List.of(node(1, true), node(2, false)), List.of(partition))
                        .state()
                        .name())
                .isEqualTo(outcome);
        assertThat(NodesWanted.of(new AskedOptions(wanted.options()))
                        .explain(refusal, List.of(node(1, true), node(2, true)), List.of(partition))
                        .state())
                .as("all nodes are up, so SLURM means it")
                .isEqualTo(PreflightCheck.Outcome.FAILS);
    }

    /** What it is not told of, it does not say that SLURM would take. */
    @ParameterizedTest
    @CsvSource({
        "--mem=3G, '', check.start.away",
        "--gres=gpu:a100:2, cpu, check.start.away",
        "--nodelist=n2, '', check.start.away",
        "--exclusive, '', check.start.away",
        "-Qs, '', check.start.away",
        "-t5, '', check.start.away",
        "--output=x, '', check.start.away",
        "--gpus=1, '', check.start.away",
        "--mem-per-cpu=900G, '', check.start.unsure",
        "--mem=lots, '', check.start.unsure",
        "--mem=1P, '', check.start.unsure",
        "--gres=gpu:a:b:1, '', check.start.unsure",
        "--gpus-per-task=8, '', check.start.unsure",
        "--nodelist=./nodes, '', check.start.unsure",
        "--nodes=2k, '', check.start.unsure",
        "--exclude=n2, '', check.start.unsure",
        "--reservation=x, '', check.start.unsure",
        "--hint=x, '', check.start.unsure",
        "-O, '', check.start.unsure",
        "-S4, '', check.start.unsure",
        "--constrain=zzz, '', check.start.unsure",
        "--hold, cpu&avx2, check.start.unsure",
    })
    void whatIsNotUnderstoodIsSaid(String option, String constraint, String said) {
        LaunchPlace.Allocation wanted =
                new LaunchPlace.Allocation(Partitions.DEFAULT, 1, TimeLimit.DEFAULT, 0, constraint, List.of(option));
        Partition partition = new Partition(CPU, true, true, "all", true, "1:00", "", 1, 0, 0, 1, 2);
        Message reason = NodesWanted.of(new AskedOptions(wanted.options()))
                .explain(refusal, List.of(node(1, true), node(2, false)), List.of(partition))
                .reason();
        assertThat(reason.key()).isEqualTo(said);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(new Texts(language).get(reason))
                    .contains(said.endsWith("unsure") ? constraint.isEmpty() ? option : constraint : "2")
                    .doesNotContain("check.");
        }
    }
}
