package org.maxdock.slurm;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    private static final String SEP = "\u001f";

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
        String text =
                ask("sinfo", "--all", "--noheader", "-o", String.join(SEP, "%P", "%a", "%g", "%l", "%L", "%T", "%D"));
        Map<String, Partition> partitions = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] f = line.strip().split(SEP, -1);
            if (f.length == 7 && f[6].matches("[0-9]{1,9}")) {
                partition(f).ifPresent(p -> partitions.merge(p.name().text(), p, Partition::plus));
            }
        }
        return List.copyOf(partitions.values());
    }

    private Optional<Partition> partition(String[] f) {
        boolean isDefault = f[0].endsWith("*");
        String name = isDefault ? f[0].substring(0, f[0].length() - 1) : f[0];
        int nodes = Integer.parseInt(f[6]);
        String state = plain(f[5]);
        boolean idle = state.equals("idle");
        boolean mixed = state.equals("mixed");
        boolean allocated = state.equals("allocated") || state.equals("completing");
        boolean allowed =
                f[2].equals("all") || Arrays.stream(f[2].split(",")).anyMatch(environment.groupNames()::contains);
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

    /** The nodes of all partitions, each once for each partition it is in. */
    public List<Node> nodes() throws Trouble {
        String text = ask("sinfo", "--all", "--noheader", "-N", "-o", String.join(SEP, "%N", "%R", "%T"));
        List<Node> nodes = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] f = line.strip().split(SEP, -1);
            if (f.length == 3) {
                NodeName.read(f[0])
                        .ifPresent(n ->
                                PartitionName.read(f[1]).ifPresent(p -> nodes.add(new Node(n, p, plain(f[2])))));
            }
        }
        return nodes;
    }

    /** A state without the flags that SLURM appends (sinfo(1): * ~ # ! % $ @ ^ -). */
    private static String plain(String state) {
        return state.replaceAll("[*~#!%$@^+-]+$", "");
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

    private JobLines lines(String which) throws Trouble {
        JobFormat format = JobFormat.random();
        return JobLines.read(ask("squeue", "--noheader", which, "-o", format.option()), format);
    }

    /** What the job with that mark waits for; empty when there is no such job or it does not wait. */
    public Optional<Waiting> waiting(Mark mark) throws Trouble {
        Optional<Job> job = find(mark).filter(Job::waiting);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        List<Job> others = lines("--states=PENDING").jobs();
        long ahead = others.stream()
                .filter(j -> j.partition().equals(job.get().partition())
                        && j.priority() > job.get().priority())
                .count();
        return Optional.of(new Waiting(job.get(), (int) ahead));
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
            throw explain(error.get());
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

    /**
     * Words NAME=VALUE, where a value may hold spaces: a name is what stands before the first = of a word that begins
     * with a capital.
     */
    static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher words = Pattern.compile("(?:^| )([A-Z][A-Za-z:/]*)=(.*?)(?= [A-Z][A-Za-z:/]*=|$)")
                .matcher(line.strip());
        while (words.find()) {
            fields.putIfAbsent(words.group(1), words.group(2).strip());
        }
        return fields;
    }

    private Map<String, String> fields(Output output) throws Trouble {
        if (!output.ok()) {
            throw refused(output);
        }
        return fields(output.text().lines().findFirst().orElse(""));
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
        if (output.status() == 127) {
            return new Trouble(TroubleKind.NO_SLURM, host.name());
        }
        return explain(output.errors()
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("Try \""))
                .reduce("", (a, b) -> b)
                .strip());
    }

    /** SLURM's own sentence as a trouble. */
    public static Trouble explain(String said) {
        if (said.contains("Invalid partition") || said.contains("invalid partition")) {
            return new Trouble(TroubleKind.PARTITION_UNKNOWN, said);
        }
        if (said.contains("not permitted to use this partition")
                || said.contains("Invalid account or account/partition")) {
            return new Trouble(TroubleKind.PARTITION_FORBIDDEN, said);
        }
        if (said.contains("Requested time limit is invalid") || said.contains("PartitionTimeLimit")) {
            return new Trouble(TroubleKind.TIME_OVER_LIMIT, said);
        }
        if (said.contains("Invalid job id")) {
            return new Trouble(TroubleKind.NO_SUCH_JOB, said);
        }
        if (said.contains("Access/permission denied") || said.contains("Invalid user id")) {
            return new Trouble(TroubleKind.SLURM_NOT_ALLOWED, said);
        }
        if (said.contains("Unable to contact slurm controller") || said.contains("Connection refused")) {
            return new Trouble(TroubleKind.SLURM_SILENT, said);
        }
        return new Trouble(TroubleKind.SLURM_REFUSED, said);
    }
}
