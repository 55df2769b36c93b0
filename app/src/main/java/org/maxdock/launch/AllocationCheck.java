package org.maxdock.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PlannedStart;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether SLURM will grant what a launch asks of it, and when. */
final class AllocationCheck {

    private final Slurm slurm;

    AllocationCheck(Slurm slurm) {
        this.slurm = slurm;
    }

    List<PreflightCheck> check(Launch launch, LaunchPlace.Allocation wanted) throws Trouble {
        List<Partition> all = slurm.partitions();
        Optional<Partition> found = all.stream()
                .filter(p -> wanted.partition().isDefault()
                        ? p.isDefault()
                        : p.name().equals(wanted.partition()))
                .findFirst();
        if (found.isEmpty()) {
            String usable = String.join(
                    ", ",
                    all.stream()
                            .filter(Partition::allowed)
                            .map(p -> p.name().text())
                            .toList());
            return List.of(PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.unknown", wanted.partition()),
                    Message.of("check.partition.choose", usable)));
        }
        Partition partition = found.get();
        if (!partition.allowed()) {
            String usable = String.join(
                    ", ",
                    all.stream()
                            .filter(Partition::allowed)
                            .map(p -> p.name().text())
                            .toList());
            return List.of(PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.forbidden", partition.name(), partition.groups()),
                    Message.of("check.partition.choose", usable)));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(time(wanted, partition));
        checks.add(nodes(wanted, partition));
        if (slurm.jobs().stream().anyMatch(j -> j.name().equals(launch.name()) && j.running())) {
            checks.add(PreflightCheck.note("name", Message.of("check.name.runs", launch.name())));
        }
        if (checks.stream().noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS)) {
            checks.add(start(launch));
        }
        return checks;
    }

    private static PreflightCheck time(LaunchPlace.Allocation wanted, Partition partition) {
        if (wanted.time().isDefault()) {
            return PreflightCheck.ok(
                    "partition", Message.of("check.partition.default-time", partition.name(), partition.defaultTime()));
        }
        Optional<Duration> asked = wanted.time().duration();
        Optional<Duration> limit = SlurmTime.parse(partition.timeLimit());
        if (limit.isPresent() && asked.map(a -> a.compareTo(limit.get()) > 0).orElse(true)) {
            return PreflightCheck.fails(
                    "partition",
                    Message.of("check.partition.time-over", wanted.time(), partition.timeLimit(), partition.name()),
                    Message.of("check.partition.shorter", partition.timeLimit()));
        }
        return PreflightCheck.ok(
                "partition",
                Message.of("check.partition.time-ok", wanted.time(), partition.timeLimit(), partition.name()));
    }

    /** SLURM itself is asked: it tests all that is asked for without taking it (sbatch(1), --test-only). */
    private PreflightCheck start(Launch launch) throws Trouble {
        Optional<PlannedStart> planned = slurm.whenWouldStart(launch.options());
        if (planned.isEmpty()) {
            return PreflightCheck.note("start", Message.of("check.start.unknown"));
        }
        return planned.get().until().toMinutes() < 1
                ? PreflightCheck.ok(
                        "start", Message.of("check.start.now", planned.get().nodes()))
                : PreflightCheck.note(
                        "start",
                        Message.of(
                                "check.start.later",
                                planned.get().at().toString().replace('T', ' '),
                                planned.get().nodes()));
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
