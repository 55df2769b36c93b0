package org.maxdock.operation;

import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.FinalStates;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Run;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Tells what has become of launches. One is over only where SLURM or the accounts say so: a job that is not in the
 * queue may have been put back into it since, and a SLURM that does not answer says nothing of any job.
 */
final class RunEnds {

    private static final String STATE = "JobState";
    private static final String END = "EndTime";

    private final Details details;
    private final Accounts accounts;

    RunEnds(Details details, Accounts accounts) {
        this.details = details;
        this.accounts = accounts;
    }

    /**
     * What scontrol tells of a job, by its names, of an array of each task; {@link TroubleKind#NO_SUCH_JOB} for one
     * that it has forgotten.
     */
    interface Details {
        List<Map<String, String>> of(JobId job) throws Trouble;
    }

    /** What has ended, as the site's accounts have it; none where it keeps none. */
    interface Accounts {
        List<EndedJob> ended() throws Trouble;
    }

    /** The run as it is now, also one that was over and was put back into the queue. */
    Run now(Run run, List<Job> queue) throws Trouble {
        Optional<Job> job = queue.stream()
                .filter(j -> j.comment().equals(run.mark().text()))
                .findFirst();
        if (job.isPresent()) {
            return run.inQueue(job.get().id().whole());
        }
        if (run.isOver()) {
            return run;
        }
        return run.job().isEmpty() ? byAccounts(run).orElse(run) : byController(run);
    }

    private Run byController(Run run) throws Trouble {
        try {
            List<Map<String, String>> tasks = details.of(run.job().orElseThrow().whole());
            return !tasks.isEmpty() && tasks.stream().allMatch(t -> FinalStates.has(state(t)))
                    ? run.over(together(tasks))
                    : run;
        } catch (Trouble e) {
            System.getLogger(RunEnds.class.getName()).log(Level.DEBUG, "SLURM tells nothing of it", e);
            Run otherwise = e.kind() == TroubleKind.NO_SUCH_JOB ? run.over(Map.of()) : run;
            return byAccounts(run).orElse(otherwise);
        }
    }

    private Optional<Run> byAccounts(Run run) throws Trouble {
        List<EndedJob> ended = accounts.ended().stream()
                .filter(e -> e.comment().equals(run.mark().text())
                        || run.job()
                                .filter(job -> e.id().whole().equals(job.whole()))
                                .isPresent())
                .filter(e -> FinalStates.has(e.state()))
                .toList();
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(run.inQueue(ended.getFirst().id().whole())
                        .over(together(ended.stream()
                                .map(e -> Map.of(STATE, e.state(), "ExitCode", e.status(), END, e.end()))
                                .toList())));
    }

    private static String state(Map<String, String> task) {
        return task.getOrDefault(STATE, "");
    }

    /** An array ends as the worst of its tasks has, when the last one does. */
    private static Map<String, String> together(List<Map<String, String>> tasks) {
        Map<String, String> worst =
                new HashMap<>(Collections.max(tasks, Comparator.comparingInt(task -> severity(state(task)))));
        tasks.stream()
                .map(task -> task.getOrDefault(END, ""))
                .max(Comparator.naturalOrder())
                .filter(end -> !end.isEmpty())
                .ifPresent(end -> worst.put(END, end));
        return worst;
    }

    private static int severity(String state) {
        return state.startsWith("COMPLETED") ? 0 : state.startsWith("CANCELLED") ? 1 : 2;
    }
}
