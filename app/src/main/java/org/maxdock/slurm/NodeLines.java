package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Partitions and nodes as sinfo -o writes them, with the unit separator between fields, which none of them holds. */
final class NodeLines {

    /** What sinfo(1) appends to a state (NODE STATE CODES), and the + of several states. */
    private static final String FLAGS = "*~#!%$@^+-";

    private static final String SEP = "\u001f";

    static final String PARTITIONS = String.join(SEP, "%P", "%a", "%g", "%l", "%L", "%T", "%D");
    static final String NODES = String.join(SEP, "%N", "%R", "%T");
    static final String SHAPES = String.join(SEP, "%N", "%R", "%T", "%c", "%m", "%f", "%G");

    private static final int PARTITION_FIELDS = 7;
    private static final int NODE_FIELDS = 3;
    private static final int SHAPE_FIELDS = 7;

    private final Collection<String> groups;

    /** @param groups the user's */
    NodeLines(Collection<String> groups) {
        this.groups = groups;
    }

    Records<Partition> partitions(String text) throws Trouble {
        Records<Partition> lines = read(text, PARTITION_FIELDS, this::partition);
        Map<String, Partition> partitions = new LinkedHashMap<>();
        lines.found().forEach(p -> partitions.merge(p.name().text(), p, Partition::plus));
        return new Records<>(List.copyOf(partitions.values()), lines.passedOver());
    }

    private static <T> Records<T> read(String text, int fields, Function<String[], Optional<T>> reader) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "sinfo")
                .text(text, t -> records(t, fields, reader));
    }

    private static <T> Records<T> records(String text, int fields, Function<String[], Optional<T>> reader) {
        List<T> found = new ArrayList<>();
        int passedOver = 0;
        for (String line : text.split("\n")) {
            String[] f = line.strip().split(SEP, -1);
            Optional<T> one = f.length == fields ? reader.apply(f) : Optional.empty();
            one.ifPresent(found::add);
            passedOver += one.isPresent() || line.isBlank() ? 0 : 1;
        }
        return new Records<>(found, passedOver);
    }

    private Optional<Partition> partition(String[] f) {
        if (SlurmNumber.count(f[6]).isEmpty()) {
            return Optional.empty();
        }
        boolean isDefault = f[0].endsWith("*");
        String name = isDefault ? f[0].substring(0, f[0].length() - 1) : f[0];
        int nodes = Math.toIntExact(SlurmNumber.count(f[6]).orElseThrow());
        String state = plain(f[5]);
        boolean idle = state.equals("idle");
        boolean mixed = state.equals("mixed");
        boolean allocated = state.equals("allocated") || state.equals("completing");
        boolean allowed = f[2].equals("all") || Arrays.stream(f[2].split(",")).anyMatch(groups::contains);
        return PartitionName.read(name)
                .map(called -> new Partition(
                        called,
                        isDefault,
                        f[1].equals("up"),
                        f[2],
                        allowed,
                        f[3],
                        f[4].equals("n/a") ? "" : f[4],
                        idle ? nodes : 0,
                        mixed ? nodes : 0,
                        allocated ? nodes : 0,
                        idle || mixed || allocated ? 0 : nodes,
                        nodes));
    }

    static Records<Node> nodes(String text) throws Trouble {
        return read(text, NODE_FIELDS, NodeLines::node);
    }

    private static Optional<Node> node(String[] f) {
        return NodeName.read(f[0])
                .flatMap(name -> PartitionName.read(f[1]).map(partition -> new Node(name, partition, plain(f[2]))));
    }

    static Records<NodeShape> shapes(String text) throws Trouble {
        return read(text, SHAPE_FIELDS, NodeLines::shape);
    }

    private static Optional<NodeShape> shape(String[] f) {
        OptionalLong cpus = SlurmNumber.read(f[3]);
        OptionalLong memory = SlurmNumber.read(f[4]);
        return cpus.isEmpty() || memory.isEmpty()
                ? Optional.empty()
                : NodeName.read(f[0])
                        .flatMap(name -> PartitionName.read(f[1])
                                .map(partition -> new NodeShape(
                                        name,
                                        partition,
                                        cpus.getAsLong(),
                                        memory.getAsLong(),
                                        f[5],
                                        f[6],
                                        NodeShape.isUp(f[2]))));
    }

    /** A state without the flags that SLURM appends. */
    private static String plain(String state) {
        int end = state.length();
        while (end > 0 && FLAGS.indexOf(state.charAt(end - 1)) >= 0) {
            end--;
        }
        return state.substring(0, end);
    }
}
