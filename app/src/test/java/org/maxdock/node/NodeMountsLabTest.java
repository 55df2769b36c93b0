package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.lab.Lab;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.operation.Server;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;

/** What the engines of nodes say to a plan. */
@Tag("lab")
@Tag("modern")
@Timeout(120)
class NodeMountsLabTest {

    private static final List<Mapping> PLAN = List.of(
            new Mapping(Lab.DATA + "/c20190101/raw/run01", "/data", true),
            new Mapping("/beegfs/desy/user/mxuser", "/user", false),
            new Mapping("/tmp/only here", "/tmp/x", true),
            new Mapping("relative", "/r", false));

    @Test
    void theNodesAnswerAndNothingIsMadeThere() throws Exception {
        Lab.must("mxuser@max-wgs", "mkdir -p '/tmp/only here'");
        Lab.NODES.forEach(node -> Lab.must("mxuser@" + node, "docker pull -q " + Lab.BASE));
        String before = left();
        String start = Lab.must("max-wn001", "date +%s").strip();
        try (Server bench = Lab.connect()) {
            Map<NodeName, List<CheckedMapping>> verdicts = bench.nodeMounts()
                    .ask(
                            bench.mounts().predict(PLAN),
                            Lab.NODE_NAMES,
                            Partitions.of("maxcpu"),
                            new org.maxdock.host.Cancellation());
            assertThat(verdicts).containsOnlyKeys(Lab.NODE_NAMES);
            for (List<CheckedMapping> onNode : verdicts.values()) {
                assertThat(onNode)
                        .extracting(c -> c.verdict().word())
                        .containsExactly("root-squash", "ok", "missing", "invalid");
                assertThat(onNode.get(0).engineSaid())
                        .hasValueSatisfying(s -> assertThat(s).contains("permission denied"));
                assertThat(onNode.get(0).verdict().suggestion())
                        .contains(new Mend(Lab.DATA + "/c20190101", "/data", "/data/raw/run01"));
                assertThat(onNode.get(1).engineSaid()).contains("");
                assertThat(onNode.get(2).verdict().reason().key()).isEqualTo("mount.missing-on-node");
            }
            assertThat(bench.nodeMounts()
                            .ask(
                                    bench.mounts().predict(PLAN),
                                    List.of(),
                                    Partitions.DEFAULT,
                                    new org.maxdock.host.Cancellation())
                            .values())
                    .singleElement()
                    .satisfies(onNode -> assertThat(onNode)
                            .extracting(c -> c.verdict().word())
                            .containsExactly("root-squash", "ok", "missing", "invalid"));
        }
        assertThat(left()).isEqualTo(before);
        for (String node : Lab.NODES) {
            assertThat(Lab.must(
                            node, "docker events --since " + start + " --until $(date +%s) --filter type=container"))
                    .isEmpty();
        }
    }

    private static String left() {
        return Lab.must("max-wn001", "docker ps -aq; docker volume ls -q; ls /tmp")
                + Lab.must("max-wn002", "docker ps -aq; docker volume ls -q; ls /tmp");
    }
}
