package org.maxdock.launch;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What a launch asks of each node, as far as it can be held against what a node has. What cannot (an expression of
 * features, memory by CPU) is left to SLURM.
 *
 * @param memory in MB; empty where none is asked for
 */
record NodesWanted(int count, long cpus, OptionalLong memory, String constraint, List<String> gres) {

    private static final Pattern SIZE = Pattern.compile("--mem=([0-9]{1,12})([KMGT]?)B?");
    private static final Map<String, Long> KILOBYTES =
            Map.of("K", 1L, "", 1L << 10, "M", 1L << 10, "G", 1L << 20, "T", 1L << 30);

    static NodesWanted of(LaunchPlace.Allocation wanted) {
        OptionalLong memory = OptionalLong.empty();
        for (String option : wanted.more()) {
            Matcher size = SIZE.matcher(option);
            if (size.matches()) {
                long kilobytes = Long.parseLong(size.group(1)) * KILOBYTES.get(size.group(2));
                memory = OptionalLong.of(kilobytes >> 10);
            }
        }
        List<String> gres = wanted.more().stream()
                .filter(o -> o.startsWith("--gres="))
                .flatMap(o -> List.of(o.substring("--gres=".length()).split(",")).stream())
                .map(g -> g.replaceFirst("^gres:", "").replaceFirst("[:=(].*", ""))
                .filter(g -> g.matches("[A-Za-z0-9_-]+") && !g.equals("none"))
                .toList();
        return new NodesWanted(wanted.nodes(), wanted.cpus(), memory, wanted.constraint(), gres);
    }

    /** Whether a node could do, were it free and up. */
    boolean isMetBy(NodeShape node) {
        boolean feature = !constraint.matches("[A-Za-z0-9_.-]+") || node.hasFeature(constraint);
        return node.cpus() >= cpus
                && (memory.isEmpty() || node.memory() >= memory.getAsLong())
                && feature
                && gres.stream().allMatch(node::hasGres);
    }

    /**
     * What it means that SLURM has no nodes for it. Nodes that are down, drained or kept for others come back, and then
     * it starts; what no node has it will never get.
     */
    PreflightCheck explain(Trouble refusal, List<NodeShape> nodes, List<Partition> partitions) {
        List<NodeShape> fit = nodes.stream()
                .filter(n -> partitions.stream().anyMatch(p -> p.name().equals(n.partition())))
                .filter(this::isMetBy)
                .toList();
        long away = fit.stream()
                .filter(n -> !n.up())
                .map(NodeShape::name)
                .distinct()
                .count();
        long all = fit.stream().map(NodeShape::name).distinct().count();
        return away == 0 || all < count
                ? PreflightCheck.of("partition", refusal)
                : PreflightCheck.note("start", Message.of("check.start.away", away, all));
    }
}
