package org.maxdock.slurm;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * SLURM, by its commands on the workgroup server. Formats are given with every call, since the user's own SQUEUE_FORMAT
 * and the like would change them. What people may have named, such as jobs, is parted by what nobody knows before
 * ({@link JobFormat}); names that only the site gives, by the unit separator.
 */
public final class Slurm {

    private static final Pattern WOULD_START =
            Pattern.compile("to start at (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d).* on (?:nodes? )?(\\S+)");

    private final Host host;
    private final LoginEnvironment environment;

    public Slurm(Host host, LoginEnvironment environment) {
        this.host = host;
        this.environment = environment;
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
    public List<Partition> partitions() throws Trouble {
        return new NodeLines(environment.groupNames())
                .partitions(ask("sinfo", "--all", "--noheader", "-o", NodeLines.PARTITIONS));
    }

    /** The nodes of all partitions, each once for each partition it is in. */
    public List<Node> nodes() throws Trouble {
        return NodeLines.nodes(ask("sinfo", "--all", "--noheader", "-N", "-o", NodeLines.NODES));
    }

    /** The user's jobs that wait or run. */
    public List<Job> jobs() throws Trouble {
        return lines("--user=" + environment.user()).jobs();
    }

    /** Everybody's jobs that wait or run, as far as the site lets one see them. */
    public List<Job> allJobs() throws Trouble {
        return queue().jobs();
    }

    /** The same, and how many could not be read. */
    public JobLines queue() throws Trouble {
        return lines("--all");
    }

    /** The jobs on a node. */
    public List<Job> jobsOn(NodeName node) throws Trouble {
        return lines("--nodelist=" + node).jobs();
    }

    /** The numbers of the user's jobs in the queue, as SLURM_JOB_ID has them; a task of an array has one of its own. */
    public Set<String> numbers() throws Trouble {
        return ask("squeue", "--noheader", "--array", "--user=" + environment.user(), "-o", "%A")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .collect(Collectors.toSet());
    }

    private JobLines lines(String... which) throws Trouble {
        JobFormat format = JobFormat.random();
        List<String> words = new ArrayList<>(List.of("squeue", "--noheader"));
        words.addAll(List.of(which));
        words.addAll(List.of("-o", format.option()));
        return JobLines.read(ask(words.toArray(String[]::new)), format);
    }

    /** What the job with that mark waits for; empty when there is no such job or it does not wait. */
    public Optional<Waiting> waiting(Mark mark) throws Trouble {
        Optional<Job> job = find(mark).filter(Job::waiting);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        List<Job> others = lines("--states=PENDING").jobs();
        return Optional.of(new Waiting(job.get(), (int) ahead(job.get(), others)));
    }

    /** What each of these jobs that wait waits for; one question for all of them. */
    public List<Waiting> waiting(List<Job> jobs) throws Trouble {
        List<Job> mine = jobs.stream().filter(Job::waiting).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        String partitions = mine.stream().map(Job::partition).distinct().collect(Collectors.joining(","));
        List<Job> others =
                lines("--states=PENDING", "--partition=" + partitions).jobs();
        return mine.stream().map(j -> new Waiting(j, (int) ahead(j, others))).toList();
    }

    private static long ahead(Job job, List<Job> others) {
        return others.stream()
                .filter(j -> j.partition().equals(job.partition()) && j.priority() > job.priority())
                .count();
    }

    /** The user's job that was submitted with that mark, if there is one. */
    public Optional<Job> find(Mark mark) throws Trouble {
        return jobs().stream().filter(j -> j.comment().equals(mark.text())).findFirst();
    }

    /** The user's job of that number, if it is in the queue. */
    public Optional<Job> find(JobId id) throws Trouble {
        return jobs().stream().filter(j -> j.id().equals(id)).findFirst();
    }

    /** The number by which srun knows a job: a task of an array, such as 37_2, has one of its own (squeue(1), %A). */
    public JobId number(JobId job) throws Trouble {
        if (!job.isOfArray()) {
            return job;
        }
        String told =
                ask("squeue", "--noheader", "--jobs=" + job, "--format=%A").strip();
        return JobId.read(told).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, job));
    }

    /**
     * When a job of these options would start, without submitting one; empty where SLURM does not say.
     *
     * @throws Trouble where SLURM would not take it
     */
    public Optional<PlannedStart> whenWouldStart(List<String> options) throws Trouble {
        List<String> words = new ArrayList<>(List.of("--test-only"));
        words.addAll(options);
        words.add("--wrap=true");
        Output output = host.run(
                Command.script("sbatch \"$@\"; status=$?; date +%FT%T; exit $status", words.toArray(String[]::new)));
        if (!output.ok()) {
            throw refused(output);
        }
        Matcher said = WOULD_START.matcher(output.errors());
        if (!said.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime start = LocalDateTime.parse(said.group(1));
            Duration until = Duration.between(LocalDateTime.parse(output.text().strip()), start);
            return Optional.of(new PlannedStart(start, until, said.group(2)));
        } catch (DateTimeParseException e) {
            throw new Trouble(e, TroubleKind.SLURM_REFUSED, Valid.shown(said.group()));
        }
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
        Optional<Job> found = mark.isEmpty() ? Optional.empty() : find(mark.get());
        if (found.isPresent()) {
            return found.get().id();
        }
        throw refused(submission.answer());
    }

    /** Cancels jobs; one that has just ended is no trouble. */
    public void cancel(Collection<JobId> jobs) throws Trouble {
        List<String> words =
                new ArrayList<>(List.of("scancel", "-v")); // without -v it says nothing of jobs that are not there
        jobs.forEach(job -> words.add(job.text()));
        Output output = host.run(Command.of(words));
        Optional<String> error = output.errors()
                .lines()
                .filter(l -> l.contains("error:") && !l.contains("already completing or completed"))
                .findFirst();
        if (error.isPresent()) {
            throw SlurmRefusal.explain(error.get());
        }
        if (!output.ok()) {
            throw refused(output);
        }
    }

    /**
     * Everything that SLURM tells of a job, by the names of scontrol(1), such as StdOut; empty for one that it has
     * forgotten.
     */
    public Map<String, String> details(JobId job) throws Trouble {
        return fields(host.run(Command.of("scontrol", "--oneliner", "show", "job", job.text())));
    }

    /** Everything that SLURM tells of a node, such as CPULoad. */
    public Map<String, String> node(NodeName name) throws Trouble {
        return fields(host.run(Command.of("scontrol", "--oneliner", "show", "node", name.text())));
    }

    private Map<String, String> fields(Output output) throws Trouble {
        if (!output.ok()) {
            throw refused(output);
        }
        return ScontrolFields.read(output.text().lines().findFirst().orElse(""));
    }

    /** Puts a batch job back into the queue. */
    public void requeue(JobId job) throws Trouble {
        ask("scontrol", "requeue", job.text());
    }

    /**
     * Sets a job's time limit. SLURM lets users shorten it; to prolong it takes an operator at most sites
     * (scontrol(1)).
     */
    public void setTimeLimit(JobId job, TimeLimit time) throws Trouble {
        if (time.isDefault()) {
            throw new Trouble(TroubleKind.VALUE_MISSING, "--time");
        }
        ask("scontrol", "update", "JobId=" + job, "TimeLimit=" + time);
    }

    /** The user's jobs that have ended, latest first, where the site keeps accounts of them; else none. */
    public List<EndedJob> ended() throws Trouble {
        Output output = host.run(Command.of(
                "sacct",
                "--noheader",
                "--parsable2",
                "--delimiter=" + EndedJob.DELIMITER,
                "--allocations",
                "--user=" + environment.user(),
                "--starttime=now-7days",
                "--format=" + EndedJob.FORMAT));
        return output.ok() ? EndedJob.parse(output.text()) : List.of();
    }

    /** Whether SLURM forwards X11 to nodes (slurm.conf(5), PrologFlags). */
    public boolean forwardsX11() throws Trouble {
        return ask("scontrol", "show", "config")
                .lines()
                .anyMatch(l -> l.startsWith("PrologFlags")
                        && l.toLowerCase(java.util.Locale.ROOT).contains("x11"));
    }

    private String ask(String... words) throws Trouble {
        Output output = host.run(Command.of(words));
        if (!output.ok()) {
            throw refused(output);
        }
        return output.text();
    }

    private Trouble refused(Output output) {
        return SlurmRefusal.of(output, host.name());
    }
}
