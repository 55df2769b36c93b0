package org.maxdock.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * SLURM, by its commands on the workgroup server: what it has, what waits and runs, and what can be done with a job.
 */
public final class Slurm {

    /** What scancel(1) says of what has ended, or does not wait any more. */
    private static final Pattern ENDED = Pattern.compile("already completing or completed|No active jobs match ALL");

    private final Host host;
    private final LoginEnvironment environment;
    private final SlurmCommands commands;
    private final JobQueue queue;

    public Slurm(Host host, LoginEnvironment environment) {
        this.host = host;
        this.environment = environment;
        this.commands = new SlurmCommands(host);
        this.queue = new JobQueue(commands, environment.user());
    }

    /** SLURM's version, such as 22.05.8; empty where the host has no SLURM commands. */
    public Optional<String> version() throws Trouble {
        Output output = host.run(Command.script("command -v sinfo >/dev/null && sinfo --version"));
        String text = output.text().strip();
        return output.ok() && text.startsWith("slurm")
                ? Optional.of(text.substring(text.lastIndexOf(' ') + 1))
                : Optional.empty();
    }

    /** All partitions, those included that the user may not use, with what their nodes are doing. */
    public Records<Partition> partitions() throws Trouble {
        return new NodeLines(environment.groupNames())
                .partitions(commands.ask("sinfo", "--all", "--noheader", "--noconvert", "-o", NodeLines.PARTITIONS));
    }

    /** The nodes of all partitions, each once for each partition it is in. */
    public Records<Node> nodes() throws Trouble {
        return NodeLines.nodes(commands.ask("sinfo", "--all", "--noheader", "-N", "-o", NodeLines.NODES));
    }

    /** What the nodes of all partitions have, each once for each partition it is in. */
    public Records<NodeShape> shapes() throws Trouble {
        return NodeLines.shapes(
                commands.ask("sinfo", "--all", "--noheader", "--noconvert", "-N", "-o", NodeLines.SHAPES));
    }

    /** The user's jobs that wait or run, and how many could not be read: what is not among them may be there. */
    public Records<Job> mine() throws Trouble {
        return queue.mine();
    }

    /** Everybody's jobs that wait or run, as far as the site lets one see them. */
    public Records<Job> queue() throws Trouble {
        return queue.of("--all");
    }

    /** The jobs on a node. */
    public Records<Job> jobsOn(NodeName node) throws Trouble {
        return queue.of("--nodelist=" + node);
    }

    /** The numbers of the user's jobs in the queue, as SLURM_JOB_ID has them; a task of an array has one of its own. */
    public Records<String> numbers() throws Trouble {
        return queue.numbers();
    }

    /** What the job with that mark waits for; empty when there is no such job or it does not wait. */
    public Optional<Waiting> waiting(Mark mark) throws Trouble {
        return queue.waiting(seen(mark).stream().toList()).stream().findFirst();
    }

    /** What each of these jobs that wait waits for; one question for all of them. */
    public List<Waiting> waiting(List<Job> jobs) throws Trouble {
        return queue.waiting(jobs);
    }

    /**
     * The user's job that was submitted with that mark, if there is one.
     *
     * @throws Trouble answer-unreadable where it is not found, and may be one that could not be read
     */
    public Optional<Job> find(Mark mark) throws Trouble {
        return queue.find(mark);
    }

    /** The same for who looks again and again: one that could not be read is none yet. */
    public Optional<Job> seen(Mark mark) throws Trouble {
        return JobQueue.among(mine().found(), mark);
    }

    /**
     * The user's job of that number, if it is in the queue: 37_2 of a task of an array, or the number it has as a job.
     *
     * @throws Trouble task-not-named where it is the number of an array of which tasks are there; answer-unreadable
     *     where it has not ended, and could not be read
     */
    public Optional<Job> find(JobId id) throws Trouble {
        return queue.find(id);
    }

    /** The number by which srun knows a job: a task of an array, such as 37_2, has one of its own (squeue(1), %A). */
    public JobId number(JobId job) throws Trouble {
        return queue.number(job);
    }

    /**
     * When a job of these options would start, without submitting one; empty where SLURM does not say.
     *
     * @throws Trouble where SLURM would not take it
     */
    public Optional<PlannedStart> whenWouldStart(List<String> options) throws Trouble {
        return PlannedStart.of(options, commands);
    }

    /** Submits a batch script that bears no mark; its #SBATCH lines say what it asks for. */
    public JobId submit(String script) throws Trouble {
        return submit(script, Optional.empty());
    }

    /**
     * Submits a batch script, whole or not at all; returns the job's id. Where the answer is lost, the job is looked up
     * by its mark; nothing is ever submitted twice.
     *
     * @param mark the job's comment, which no other job has; empty for none
     * @throws Trouble submission-unknown, where the connection broke so late that SLURM may have it
     */
    public JobId submit(String script, Optional<Mark> mark) throws Trouble {
        Submission submission = Submission.of(host, script);
        if (submission.accepted()) {
            String told = submission.answer().text().strip().split(";")[0];
            return JobId.read(told).orElseThrow(() -> new Trouble(TroubleKind.SLURM_REFUSED, Valid.shown(told)));
        }
        if (!host.isOpen()) {
            throw new Trouble(
                    TroubleKind.SUBMISSION_UNKNOWN,
                    host.name(),
                    mark.map(Mark::text).orElse(""));
        }
        Records<Job> mine = mark.isEmpty() ? Records.of(List.of()) : mine();
        Optional<Job> found = mark.flatMap(m -> JobQueue.among(mine.found(), m));
        if (found.isPresent()) {
            return found.get().id();
        }
        throw commands.refused(submission.answer())
                .with(mine.notShown("jobs.passed-over").stream().toList());
    }

    /** Cancels jobs; one that has just ended is no trouble. */
    public void cancel(Collection<JobId> jobs) throws Trouble {
        for (JobId job : jobs) {
            if (job.isShortened()) {
                cancelWaiting(job);
            }
        }
        List<String> whole = jobs.stream()
                .filter(job -> !job.isShortened())
                .map(JobId::withoutLimit)
                .toList();
        if (!whole.isEmpty()) {
            cancel(whole);
        }
    }

    /** What still waits of an array, of which SLURM does not write all tasks. */
    private void cancelWaiting(JobId tasks) throws Trouble {
        try {
            cancel(List.of("--state=PENDING", tasks.array()));
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.NO_SUCH_JOB) {
                throw e;
            }
            System.getLogger(Slurm.class.getName()).log(System.Logger.Level.DEBUG, "none waits any more", e);
        }
    }

    private void cancel(List<String> which) throws Trouble {
        List<String> words =
                new ArrayList<>(List.of("scancel", "-v")); // without -v it says nothing of jobs that are not there
        words.addAll(which);
        Output output = commands.run(words);
        List<String> errors =
                output.errors().lines().filter(l -> l.contains("error:")).toList();
        Optional<String> error =
                errors.stream().filter(l -> !ENDED.matcher(l).find()).findFirst();
        if (error.isPresent()) {
            throw SlurmRefusal.explain(error.get());
        }
        if (!output.ok() && errors.isEmpty()) {
            throw commands.refused(output);
        }
    }

    /**
     * Everything that SLURM tells of a job, by the names of scontrol(1), such as StdOut; empty for one that it has
     * forgotten.
     */
    public Map<String, String> details(JobId job) throws Trouble {
        return tasks(job).stream().findFirst().orElse(Map.of());
    }

    /** The same, of each task of an array for itself, in no order; those that still wait are one. */
    public List<Map<String, String>> tasks(JobId job) throws Trouble {
        if (job.isOne()) {
            return commands.fields("job", job.text());
        }
        return commands.fields("job", job.array()).stream() // it takes no several tasks
                .filter(task -> "PENDING".equals(task.get("JobState")))
                .toList();
    }

    /** The same, of all tasks of the array that it is of, those that have ended too; of no array, of itself. */
    public List<Map<String, String>> allTasks(JobId job) throws Trouble {
        return commands.fields("job", job.whole().text());
    }

    /** Everything that SLURM tells of a node, such as CPULoad. */
    public Map<String, String> node(NodeName name) throws Trouble {
        return commands.fields("node", name.text()).stream().findFirst().orElse(Map.of());
    }

    /**
     * What a job used and was granted: as the site's accounts tell it, else as SLURM does for as long as it knows the
     * job (slurm.conf(5), MinJobAge); of an array, what {@link JobUsage#ofTasks} says of its tasks.
     */
    public JobUsage usage(JobId job) throws Trouble {
        Output output = commands.run(List.of(
                "sacct",
                "--noheader",
                "--parsable2",
                "--noconvert",
                "--jobs=" + job,
                "--format=" + UsageFields.FORMAT));
        JobUsage told = output.ok() ? UsageFields.ofAccounts(output.text(), job) : JobUsage.UNKNOWN;
        if (told.elapsed().isPresent() && (told.limit().isPresent() || told.tasks() > 0)) {
            return told; // of an array each number is of another task, and no two sources can be mixed
        }
        try { // the accounts may not have all of a job that has only begun
            return UsageFields.ofController(tasks(job), job).counted(told.memory(), told.cpu());
        } catch (Trouble forgotten) {
            if (told.isUnknown() || forgotten.kind() != TroubleKind.NO_SUCH_JOB) {
                throw forgotten;
            }
            return told;
        }
    }

    /** Whether a job is the user's own. */
    public boolean isMine(Job job) {
        return job.user().equals(environment.user());
    }

    /** The same usage of a job that runs, with what its steps have used so far, where that is known. */
    public JobUsage soFar(Job job, JobUsage told) throws Trouble {
        return new RunningSteps(commands).of(job, told);
    }

    /** Puts a batch job back into the queue. */
    public void requeue(JobId job) throws Trouble {
        commands.ask("scontrol", "requeue", job.text());
    }

    /**
     * Sets a job's time limit. SLURM lets users shorten it; to prolong it takes an operator at most sites
     * (scontrol(1)).
     */
    public void setTimeLimit(JobId job, TimeLimit time) throws Trouble {
        if (time.isDefault()) {
            throw new Trouble(TroubleKind.VALUE_MISSING, "--time");
        }
        Optional<Job> running = find(job).filter(Job::running);
        Optional<Duration> used = running.flatMap(j -> SlurmTime.parse(j.used()));
        if (used.isPresent()
                && time.duration().filter(d -> d.compareTo(used.get()) <= 0).isPresent()) {
            throw new Trouble(TroubleKind.TIME_USED_UP, job, running.get().used()); // SLURM would end it at once
        }
        commands.ask("scontrol", "update", "JobId=" + job.withoutLimit(), "TimeLimit=" + time);
    }

    /** The user's jobs that have ended, latest first, where the site keeps accounts of them; else none. */
    public Records<EndedJob> ended() throws Trouble {
        EndedJobs jobs = EndedJobs.random();
        List<String> words = new ArrayList<>(
                List.of("sacct", "--allocations", "--user=" + environment.user(), "--starttime=now-7days"));
        words.addAll(jobs.options());
        Output output = commands.run(words);
        return output.ok() ? jobs.read(output.text()) : Records.of(List.of());
    }

    /** Whether SLURM forwards X11 to nodes (slurm.conf(5), PrologFlags). */
    public boolean forwardsX11() throws Trouble {
        return commands.ask("scontrol", "show", "config")
                .lines()
                .anyMatch(l -> l.startsWith("PrologFlags")
                        && l.toLowerCase(java.util.Locale.ROOT).contains("x11"));
    }
}
