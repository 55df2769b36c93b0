package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.PlannedStart;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.SlurmRefusal;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether SLURM will grant what a launch asks of it, and when. */
public final class AllocationCheck {

    private final Slurm slurm;
    private final Map<String, String> variables;

    /** @param variables of the user's login shell */
    public AllocationCheck(Slurm slurm, Map<String, String> variables) {
        this.slurm = slurm;
        this.variables = variables;
    }

    List<PreflightCheck> check(Launch launch, LaunchPlace.Allocation wanted) throws Trouble {
        return check(launch.name(), AskedOptions.of(launch, variables), wanted);
    }

    /** Of an allocation of which a launch is no part, and for which what the user has set for salloc does not count. */
    public List<PreflightCheck> check(String name, LaunchPlace.Allocation wanted) throws Trouble {
        return check(name, new AskedOptions(wanted.options()), wanted);
    }

    private List<PreflightCheck> check(String name, AskedOptions options, LaunchPlace.Allocation wanted)
            throws Trouble {
        Records<Partition> told = slurm.partitions();
        List<Partition> all = told.found();
        List<PreflightCheck> unknown = unknown(options.partitions(), told);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        PartitionFit fit = PartitionFit.of(options.among(all), all, wanted);
        List<PreflightCheck> checks = new ArrayList<>(fit.checks());
        sameName(name).map(said -> PreflightCheck.note("name", said)).ifPresent(checks::add);
        if (checks.stream().noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS)) {
            checks.add(start(only(fit.fitting(), options), fit.fitting()));
        }
        return checks;
    }

    private Optional<Message> sameName(String name) throws Trouble {
        Records<Job> mine = slurm.mine();
        return mine.found().stream().anyMatch(j -> j.name().equals(name) && j.running())
                ? Optional.of(Message.of("check.name.runs", name))
                : mine.notShown("check.name.unread");
    }

    /** One of several that there is not has SLURM refuse them all; one that could not be read may be there. */
    private static List<PreflightCheck> unknown(Partitions asked, Records<Partition> told) {
        List<PreflightCheck> unknown = unknown(asked, told.found());
        return unknown.isEmpty()
                ? unknown
                : told.notShown("check.partition.unread")
                        .map(said -> List.of(PreflightCheck.note("partition", said)))
                        .orElse(unknown);
    }

    private static List<PreflightCheck> unknown(Partitions asked, List<Partition> all) {
        List<PartitionName> there = all.stream().map(Partition::name).toList();
        List<PreflightCheck> unknown = asked.names().stream()
                .filter(n -> !there.contains(n))
                .map(n -> PreflightCheck.fails(
                        "partition", Message.of("check.partition.unknown", n), PartitionFit.usable(all)))
                .toList();
        return asked.isDefault() && all.stream().noneMatch(Partition::isDefault)
                ? List.of(PreflightCheck.fails(
                        "partition", Message.of("check.partition.no-default"), PartitionFit.usable(all)))
                : unknown;
    }

    /** A submission leaves aside what does not fit, as long as something does; SLURM's test does not. */
    private static AskedOptions only(List<Partition> fitting, AskedOptions options) throws Trouble {
        if (options.partitions().names().size() < 2) {
            return options;
        }
        List<String> others = new ArrayList<>(options.words());
        others.add("--partition="
                + new Partitions(fitting.stream().map(Partition::name).toList()));
        return new AskedOptions(others);
    }

    /** SLURM itself is asked: it tests all that is asked for without taking it (sbatch(1), --test-only). */
    private PreflightCheck start(AskedOptions options, List<Partition> fitting) throws Trouble {
        Optional<PlannedStart> planned;
        try {
            planned = slurm.whenWouldStart(options.words());
        } catch (Trouble refusal) {
            if (SlurmRefusal.isForWantOfNodes(refusal)) {
                return NodesWanted.of(options).explain(refusal, slurm.shapes().found(), fitting);
            }
            throw refusal;
        }
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
}
