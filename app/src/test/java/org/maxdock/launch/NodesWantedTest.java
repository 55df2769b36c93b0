package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
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
        assertThat(NodesWanted.of(wanted)
                        .explain(refusal, List.of(node(1, true), node(2, false)), List.of(partition))
                        .state()
                        .name())
                .isEqualTo(outcome);
        assertThat(NodesWanted.of(wanted)
                        .explain(refusal, List.of(node(1, true), node(2, true)), List.of(partition))
                        .state())
                .as("all nodes are up, so SLURM means it")
                .isEqualTo(PreflightCheck.Outcome.FAILS);
    }
}
