package org.maxdock.operation;

import java.lang.System.Logger.Level;
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

    private final Details details;
    private final Accounts accounts;

    RunEnds(Details details, Accounts accounts) {
        this.details = details;
        this.accounts = accounts;
    }

    /** What scontrol tells of a job, by its names; {@link TroubleKind#NO_SUCH_JOB} for one that it has forgotten. */
    interface Details {
        Map<String, String> of(JobId job) throws Trouble;
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
            return run.inQueue(job.get().id());
        }
        if (run.isOver()) {
            return run;
        }
        return run.job().isEmpty() ? byAccounts(run).orElse(run) : byController(run);
    }

    private Run byController(Run run) throws Trouble {
        try {
            Map<String, String> said = details.of(run.job().orElseThrow());
            return FinalStates.has(said.getOrDefault("JobState", "")) ? run.over(said) : run;
        } catch (Trouble e) {
            System.getLogger(RunEnds.class.getName()).log(Level.DEBUG, "SLURM tells nothing of it", e);
            Run otherwise = e.kind() == TroubleKind.NO_SUCH_JOB ? run.over(Map.of()) : run;
            return byAccounts(run).orElse(otherwise);
        }
    }

    private Optional<Run> byAccounts(Run run) throws Trouble {
        return accounts.ended().stream()
                .filter(e -> e.comment().equals(run.mark().text())
                        || run.job().filter(e.id()::equals).isPresent())
                .filter(e -> FinalStates.has(e.state()))
                .findFirst()
                .map(e -> run.inQueue(e.id())
                        .over(Map.of("JobState", e.state(), "ExitCode", e.status(), "EndTime", e.end())));
    }
}
