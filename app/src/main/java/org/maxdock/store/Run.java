package org.maxdock.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.slurm.FinalStates;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.OutputName;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * A launch that was started, as far as MaxDock saw it.
 *
 * @param mark its job's comment
 * @param job its job; empty while it is not known, or on the workgroup server itself
 * @param target where it was started from, as the user calls it
 * @param at when, in ISO 8601
 * @param launch with all its mappings among its own: it names no plans, which may be others by now
 * @param state in SLURM's words, of its end; empty while it waits or runs
 * @param status exit status, as status:signal
 * @param output the file that a batch job writes to
 */
public record Run(
        Mark mark,
        Optional<JobId> job,
        String target,
        String at,
        Launch launch,
        String state,
        String status,
        String ended,
        String output) {

    /** What is said of one that SLURM has forgotten. */
    private static final String FORGOTTEN = "ENDED";

    /** @throws InvalidValue where what it stands by is absent, or a value no line */
    public Run {
        Valid.present("mark", mark);
        job = Valid.optional(job);
        target = Valid.line("target", target, Valid.LONG);
        at = Valid.utf8Line("at", at, Valid.LONG);
        launch = Valid.present("launch", launch).withPlans(List.of());
        state = Valid.utf8Line("state", state, Valid.LONG);
        status = Valid.utf8Line("status", status, Valid.LONG);
        ended = Valid.utf8Line("ended", ended, Valid.LONG);
        output = Valid.text("output", output, Valid.LONG);
    }

    /** One that is started now; its job is empty while it is not known. */
    public static Run started(LaunchPlan plan, Optional<JobId> job, String target) {
        return new Run(
                plan.mark(),
                job,
                target,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.launch(),
                "",
                "",
                "",
                "");
    }

    public boolean isOver() {
        return state.equals(FORGOTTEN) || FinalStates.has(state);
    }

    /** While it waits or runs under that number, also where it was over before and was put back. */
    public Run inQueue(JobId id) {
        return new Run(mark, Optional.of(id), target, at, launch, "", "", "", output);
    }

    /**
     * After its end, which {@code details} tell by scontrol's names; where SLURM has forgotten it, only that it ended
     * is known.
     */
    public Run over(Map<String, String> details) {
        return new Run(
                mark,
                job,
                target,
                at,
                launch,
                details.getOrDefault("JobState", FORGOTTEN),
                details.getOrDefault("ExitCode", ""),
                details.getOrDefault("EndTime", ""),
                details.containsKey("StdOut") ? OutputName.of(details) : output);
    }
}
