package org.maxdock.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.launch.Launch;
import org.maxdock.node.NodeSteps;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Jobs as their user thinks of them: those in the queue and those that have ended, each with the launch it came from.
 */
public final class JobBook {

    private static final int ENDED = 25;
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    /**
     * A line of it.
     *
     * @param job while it waits or runs
     * @param run the launch, where MaxDock started it
     * @param ended what the site's accounting, or MaxDock itself, knows of its end
     */
    public record Entry(Optional<Job> job, Optional<Run> run, Optional<EndedJob> ended) {

        public Optional<JobId> id() {
            return job.map(Job::id).or(() -> ended.map(EndedJob::id)).or(() -> run.flatMap(Run::job));
        }

        /** Whether a launch of MaxDock's is or was in it, as its own notes or the job's comment say. */
        public boolean hasLaunch() {
            return run.isPresent()
                    || Stream.concat(
                                    job.stream().map(Job::comment),
                                    ended.stream().map(EndedJob::comment))
                            .anyMatch(c -> Mark.read(c).isPresent());
        }

        public String name() {
            return job.map(Job::name)
                    .or(() -> run.map(r -> r.launch().name()))
                    .or(() -> ended.map(EndedJob::name))
                    .orElse("");
        }

        public String state() {
            return job.map(Job::state)
                    .or(() -> ended.map(e -> e.state().replaceFirst(" .*", "")))
                    .orElse("");
        }
    }

    /** SLURM writes times so that they sort as text; of some it has forgotten when they ended. */
    private static final Comparator<Entry> LATEST_FIRST = Comparator.comparing(
                    (Entry e) -> e.ended().map(EndedJob::end).orElse(""))
            .reversed();

    private final Slurm slurm;
    private final Runs runs;
    private final String target;
    private final RunEnds ends;
    /** Of launches whose jobs are or were here, whatever the user called the server when they were started. */
    private final Set<Mark> here = ConcurrentHashMap.newKeySet();

    private Records<EndedJob> accounts;
    private long asked;

    /** @param target what the user calls the workgroup server, as in the runs */
    public JobBook(Slurm slurm, Runs runs, String target) {
        this.slurm = slurm;
        this.runs = runs;
        this.target = target;
        this.ends = new RunEnds(slurm::allTasks, () -> accounts().found());
    }

    /**
     * Reads the queue, writes down what has ended since, and returns all: those in the queue first; and how many could
     * not be read.
     */
    public Records<Entry> read(boolean everybodys) throws Trouble {
        return read(everybodys, ENDED);
    }

    private Records<Entry> read(boolean everybodys, int most) throws Trouble {
        Records<Job> told = everybodys ? slurm.queue() : slurm.mine();
        List<Job> queue = told.found();
        if (!everybodys) {
            Stream.concat(
                            queue.stream().map(Job::comment),
                            accounts().found().stream().map(EndedJob::comment))
                    .flatMap(comment -> Mark.read(comment).stream())
                    .forEach(here::add);
        }
        Set<JobId> own = queue.stream() // what others write into a comment proves nothing
                .filter(job -> !everybodys || slurm.isMine(job))
                .map(Job::id)
                .collect(Collectors.toSet());
        List<Run> known =
                update(queue.stream().filter(job -> own.contains(job.id())).toList());
        List<Entry> entries = new ArrayList<>();
        for (Job job : queue) {
            entries.add(new Entry(
                    Optional.of(job),
                    known.stream()
                            .filter(r ->
                                    own.contains(job.id()) && r.mark().text().equals(job.comment()))
                            .findFirst(),
                    Optional.empty()));
        }
        if (!everybodys) {
            entries.addAll(ended(known, queue.stream().map(Job::id).collect(Collectors.toSet())).stream()
                    .limit(most)
                    .toList());
        }
        return new Records<>(
                entries, told.passedOver() + (everybodys ? 0 : accounts().passedOver()));
    }

    /**
     * The launch that a job of the user's came from, to be started again; a job of an array stands for its tasks.
     *
     * @throws Trouble where there is no such job, or MaxDock did not start it from here
     */
    public Launch launchOf(JobId job) throws Trouble {
        List<Entry> its = of(job);
        if (its.isEmpty()) {
            throw new Trouble(TroubleKind.NO_SUCH_JOB, job);
        }
        return its.stream()
                .flatMap(e -> e.run().stream())
                .findFirst()
                .map(Run::launch)
                .orElseThrow(() -> new Trouble(TroubleKind.JOB_WITHOUT_LAUNCH, job));
    }

    /** Whether a launch of MaxDock's is or was in a job of the user's. */
    public boolean isLaunch(JobId job) throws Trouble {
        return of(job).stream().anyMatch(Entry::hasLaunch);
    }

    /** All of a job, however many have ended since. */
    private List<Entry> of(JobId job) throws Trouble {
        return read(false, Integer.MAX_VALUE).found().stream()
                .filter(e ->
                        e.id().filter(id -> id.equals(job) || id.isOfArray(job)).isPresent())
                .toList();
    }

    /**
     * Without what is still being cleared up, and without the short steps in which images are looked at or brought to
     * nodes.
     */
    private List<Entry> ended(List<Run> known, Set<JobId> queue) throws Trouble {
        List<Entry> entries = new ArrayList<>();
        List<EndedJob> accounts = accounts().found().stream()
                .filter(a -> !queue.contains(a.id()) && !a.name().equals(NodeSteps.ERRAND))
                .toList();
        for (EndedJob job : accounts) {
            entries.add(new Entry(
                    Optional.empty(),
                    known.stream()
                            .filter(r -> r.mark().text().equals(job.comment())
                                    || r.job().equals(Optional.of(job.id().whole())))
                            .findFirst(),
                    Optional.of(job)));
        }
        known.stream()
                .filter(r -> r.isOver()
                        && r.job().isPresent()
                        && accounts.stream()
                                .noneMatch(
                                        a -> a.id().whole().equals(r.job().get().whole())))
                .forEach(r -> entries.add(new Entry(
                        Optional.empty(),
                        Optional.of(r),
                        Optional.of(new EndedJob(
                                r.job().get(),
                                r.launch().name(),
                                r.state(),
                                r.status(),
                                r.launch()
                                        .place()
                                        .allocation()
                                        .map(a -> a.partition().text())
                                        .orElse(""),
                                "",
                                "",
                                r.at(),
                                r.ended(),
                                r.mark().text())))));
        return entries.stream().sorted(LATEST_FIRST).toList();
    }

    /** The accounts are one database for all of the site, and are not asked at each look. */
    private synchronized Records<EndedJob> accounts() throws Trouble {
        if (accounts == null || System.nanoTime() - asked > AGAIN_NANOS) {
            accounts = slurm.ended();
            asked = System.nanoTime();
        }
        return accounts;
    }

    private List<Run> update(List<Job> queue) throws Trouble {
        List<Run> known = new ArrayList<>();
        for (Run run : runs.all()) {
            if (!run.target().equals(target) && !here.contains(run.mark())) {
                continue;
            }
            Run now = ends.now(run, queue);
            if (!now.equals(run)) {
                runs.update(run.mark(), kept -> kept.equals(run) ? now : kept);
            }
            known.add(now);
        }
        return known;
    }
}
