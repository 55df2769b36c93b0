package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.slurm.GenericResource;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What a job asks of each node, as far as it can be held against what a node has. What cannot (an expression of
 * features, memory by CPU) is left to SLURM.
 *
 * @param count of nodes
 * @param cpus of each node
 * @param memory in MB; 0 where none is asked for
 * @param constraint a feature; empty where none is asked for
 * @param names of nodes that are all to be among them
 * @param unclear options that may ask something of a node which cannot be told here
 */
record NodesWanted(
        int count,
        long cpus,
        long memory,
        String constraint,
        List<GenericResource> gres,
        List<String> names,
        List<String> unclear) {

    /** Options that ask nothing of a node: of when, for whom and how the job is run (sbatch(1)). */
    private static final Set<String> OF_NO_NODE = Set.of(
            "account",
            "begin",
            "bell",
            "chdir",
            "comment",
            "dependency",
            "error",
            "exclusive",
            "export",
            "hold",
            "input",
            "job-name",
            "kill-command",
            "mail-type",
            "mail-user",
            "nice",
            "no-bell",
            "no-kill",
            "no-requeue",
            "open-mode",
            "output",
            "oversubscribe",
            "partition",
            "priority",
            "qos",
            "quiet",
            "requeue",
            "signal",
            "time",
            "time-min",
            "verbose",
            "wait",
            "wckey");

    private static final Pattern SWITCHES = Pattern.compile("-[HQsvW]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NODES = Pattern.compile("([0-9]{1,9})(?:-[0-9]{1,9})?");
    private static final Pattern FEATURE = Pattern.compile("[A-Za-z0-9_.-]+");

    /** A size without a unit is in megabytes (sbatch(1), --mem); units are 1024 of the one before. */
    private static final Pattern SIZE = Pattern.compile("(?i)([0-9]{1,12})([KMGT]?)B?");

    private static final Map<String, Long> MEGABYTES = Map.of("", 1L, "M", 1L, "G", 1L << 10, "T", 1L << 20);

    static NodesWanted of(AskedOptions asked) {
        return new Reading().of(asked.byName());
    }

    private static final class Reading {

        private final List<GenericResource> gres = new ArrayList<>();
        private final List<String> unclear = new ArrayList<>();
        private List<String> names = List.of();
        private int count;
        private long cpus = 1;
        private long tasks = 1;
        private long memory;
        private String constraint = "";

        NodesWanted of(Map<String, String> options) {
            options.forEach((name, value) -> {
                boolean clear =
                        OF_NO_NODE.contains(name) || SWITCHES.matcher(name).matches() || read(name, value);
                if (!clear) {
                    unclear.add(name.startsWith("-") ? name : "--" + name + (value.isEmpty() ? "" : "=" + value));
                }
            });
            int nodes = count == 0 ? Math.max(1, names.size()) : count;
            String all = options.getOrDefault("gpus", ""); // of all nodes together
            if (!all.isEmpty() && (nodes > 1 || !resources(all, "gpu:"))) {
                unclear.add("--gpus=" + all);
            }
            return new NodesWanted(nodes, cpus * tasks, memory, constraint, gres, names, unclear);
        }

        /** Whether it is clear what it asks. */
        private boolean read(String name, String value) {
            return switch (name) {
                case "gpus" -> true; // when it is known of how many nodes
                case "gres" -> value.equals("none") || resources(value, "");
                case "gpus-per-node" -> resources(value, "gpu:");
                case "mem" -> memory(value);
                case "nodelist" -> named(value);
                case "nodes" -> {
                    Matcher least = NODES.matcher(value);
                    count = least.matches() ? Integer.parseInt(least.group(1)) : 0;
                    yield count > 0;
                }
                case "cpus-per-task" -> {
                    Optional<Long> number = number(value);
                    cpus = number.orElse(1L);
                    yield number.isPresent();
                }
                case "ntasks-per-node" -> {
                    Optional<Long> number = number(value);
                    tasks = number.orElse(1L);
                    yield number.isPresent();
                }
                case "constraint" -> {
                    boolean feature = FEATURE.matcher(value).matches();
                    constraint = feature ? value : "";
                    yield feature;
                }
                default -> false;
            };
        }

        private static Optional<Long> number(String value) {
            return NUMBER.matcher(value).matches() ? Optional.of(Long.parseLong(value)) : Optional.empty();
        }

        private boolean memory(String value) {
            Matcher size = SIZE.matcher(value);
            if (!size.matches()) {
                return false;
            }
            long number = Long.parseLong(size.group(1));
            Long unit = MEGABYTES.get(size.group(2).toUpperCase(Locale.ROOT));
            memory = unit == null ? (number + 1023) >> 10 : number * unit;
            return true;
        }

        private boolean resources(String value, String ahead) {
            boolean clear = true;
            for (String one : value.split(",")) {
                Optional<GenericResource> wanted = GenericResource.read(ahead + one);
                wanted.ifPresent(gres::add);
                clear &= wanted.isPresent();
            }
            return clear;
        }

        /** What a file of names holds is SLURM's to say. */
        private boolean named(String value) {
            names = value.contains("/") ? List.of() : NodeNames.expand(value);
            return !names.isEmpty();
        }
    }

    /** Whether a node could do, were it free and up. */
    boolean isMetBy(NodeShape node) {
        return node.cpus() >= cpus
                && node.memory() >= memory
                && (constraint.isEmpty() || node.hasFeature(constraint))
                && gres.stream().allMatch(node::hasGres);
    }

    /** Whether the job can come to a node by what it says of nodes by name. */
    boolean mayBeOn(NodeShape node) {
        return names.isEmpty() || names.contains(node.name().text());
    }

    /**
     * What it means that SLURM has no nodes for it. Nodes that are down, drained or kept for others come back, and then
     * it starts; what no node has it will never get. Where an option is not understood, neither is said.
     */
    PreflightCheck explain(Trouble refusal, List<NodeShape> nodes, List<Partition> partitions) {
        List<NodeShape> fit = nodes.stream()
                .filter(n -> partitions.stream().anyMatch(p -> p.name().equals(n.partition())))
                .filter(this::isMetBy)
                .toList();
        long away = distinct(fit.stream().filter(n -> !n.up()).toList());
        long all = distinct(fit);
        boolean lacks = names.stream()
                .anyMatch(name -> fit.stream().noneMatch(n -> n.name().text().equals(name)));
        if (away == 0 || all < count || lacks) {
            return PreflightCheck.of("partition", refusal);
        }
        return PreflightCheck.note(
                "start",
                unclear.isEmpty()
                        ? Message.of("check.start.away", away, all)
                        : Message.of("check.start.unsure", String.join(", ", unclear)));
    }

    private static long distinct(List<NodeShape> nodes) {
        return nodes.stream().map(NodeShape::name).distinct().count();
    }
}
