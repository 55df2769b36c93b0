package org.maxdock.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.slurm.FinalStates;

/**
 * A launch that was started, as far as MaxDock saw it.
 *
 * @param mark its job's comment
 * @param job its job's number; empty while it is not known, or on the workgroup server itself
 * @param target where it was started from, as the user calls it
 * @param at when, in ISO 8601
 * @param state in SLURM's words, of its end; empty while it waits or runs
 * @param status exit status, as status:signal
 * @param output the file that a batch job writes to
 */
public record Run(
        String mark,
        String job,
        String target,
        String at,
        Launch launch,
        String state,
        String status,
        String ended,
        String output) {

    /** What is said of one that SLURM has forgotten. */
    private static final String FORGOTTEN = "ENDED";

    public Run {
        Objects.requireNonNull(mark);
        Objects.requireNonNull(target);
        Objects.requireNonNull(at);
        Objects.requireNonNull(launch);
        job = job == null ? "" : job;
        state = state == null ? "" : state;
        status = status == null ? "" : status;
        ended = ended == null ? "" : ended;
        output = output == null ? "" : output;
    }

    /** One that is started now; its job is empty while it is not known. */
    public static Run started(LaunchPlan plan, String job, String target) {
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
    public Run inQueue(String number) {
        return new Run(mark, number, target, at, launch, "", "", "", output);
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
                details.getOrDefault("StdOut", output));
    }
}
