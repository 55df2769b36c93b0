package org.maxdock.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.text.Message;

/**
 * Whether partitions take what is asked for. Of several, SLURM takes one that does (sbatch(1), --partition): what does
 * not fit one of them stops a launch only where it fits none.
 */
record PartitionFit(List<PreflightCheck> checks, List<Partition> fitting) {

    /** @param all the site's, of which those are told that can be asked for instead */
    static PartitionFit of(List<Partition> asked, List<Partition> all, LaunchPlace.Allocation wanted) {
        Map<Partition, List<PreflightCheck>> each = new LinkedHashMap<>();
        asked.forEach(p -> each.put(p, one(p, all, wanted)));
        List<Partition> fitting = asked.stream()
                .filter(p -> each.get(p).stream().noneMatch(PartitionFit::fails))
                .toList();
        List<PreflightCheck> checks = new ArrayList<>();
        each.forEach((p, said) -> said.forEach(c -> checks.add(!fitting.isEmpty() && fails(c) ? c.asNote() : c)));
        return new PartitionFit(checks, fitting);
    }

    /** Which partitions the user may use. */
    static Message usable(List<Partition> all) {
        return Message.of(
                "check.partition.choose",
                all.stream()
                        .filter(Partition::allowed)
                        .map(p -> p.name().text())
                        .collect(Collectors.joining(", ")));
    }

    private static boolean fails(PreflightCheck check) {
        return check.state() == PreflightCheck.Outcome.FAILS;
    }

    private static List<PreflightCheck> one(Partition partition, List<Partition> all, LaunchPlace.Allocation wanted) {
        if (!partition.allowed()) {
            return List.of(PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.forbidden", partition.name(), partition.groups()),
                    usable(all)));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        if (!partition.up()) {
            checks.add(PreflightCheck.note("partition", Message.of("check.partition.not-up", partition.name())));
        }
        checks.add(time(wanted, partition));
        checks.add(nodes(wanted, partition));
        return checks;
    }

    private static PreflightCheck time(LaunchPlace.Allocation wanted, Partition partition) {
        if (wanted.time().isDefault()) {
            return PreflightCheck.ok(
                    "partition",
                    Message.of(
                            "check.partition.default-time", partition.name(), TimeInWords.of(partition.defaultTime())));
        }
        Optional<Duration> asked = wanted.time().duration();
        Optional<Duration> limit = SlurmTime.parse(partition.timeLimit());
        if (limit.isPresent() && asked.map(a -> a.compareTo(limit.get()) > 0).orElse(true)) {
            return PreflightCheck.fails(
                    "partition",
                    Message.of(
                            "check.partition.time-over",
                            wanted.time(),
                            TimeInWords.of(partition.timeLimit()),
                            partition.name()),
                    Message.of("check.partition.shorter", partition.timeLimit()));
        }
        return PreflightCheck.ok(
                "partition",
                Message.of(
                        "check.partition.time-ok",
                        wanted.time(),
                        TimeInWords.of(partition.timeLimit()),
                        partition.name()));
    }

    private static PreflightCheck nodes(LaunchPlace.Allocation wanted, Partition partition) {
        if (wanted.nodes() > partition.total()) {
            return PreflightCheck.fails(
                    "nodes",
                    Message.of("check.nodes.too-many", wanted.nodes(), partition.total(), partition.name()),
                    Message.of("check.nodes.fewer", partition.total()));
        }
        return partition.idle() >= wanted.nodes()
                ? PreflightCheck.ok("nodes", Message.of("check.nodes.idle", partition.idle(), partition.name()))
                : PreflightCheck.note("nodes", Message.of("check.nodes.wait", partition.idle(), partition.name()));
    }
}
