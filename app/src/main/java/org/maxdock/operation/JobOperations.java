package org.maxdock.operation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Terminal;
import org.maxdock.launch.Launch;
import org.maxdock.launch.Leftover;
import org.maxdock.launch.WhatIsLeft;
import org.maxdock.node.JobContainer;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.JobUsage;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.slurm.Waiting;
import org.maxdock.store.Runs;
import org.maxdock.text.Trouble;

/** SLURM's jobs, what can be done with them, and what of ended ones is still there. */
public final class JobOperations {

    private final Connection connection;
    private final Runs runs;
    private JobBook book;
    private Server of;

    /** @param runs the launches that the user started */
    public JobOperations(Connection connection, Runs runs) {
        this.connection = connection;
        this.runs = runs;
    }

    /** Jobs, each with the launch it came from: the user's, and those that ended lately; or everybody's. */
    public Records<JobBook.Entry> book(boolean everybodys) throws Trouble {
        return book(connection.server(), connection.state().target()).read(everybodys);
    }

    /** The launch that a job came from ({@link JobBook#launchOf}). */
    public Launch launchOf(JobId job) throws Trouble {
        return book(connection.server(), connection.state().target()).launchOf(job);
    }

    /** One for each connection: it remembers what the site's accounts said. */
    private synchronized JobBook book(Server server, String target) {
        if (of != server) {
            of = server;
            book = new JobBook(server.slurm(), runs, target);
        }
        return book;
    }

    /** What a launch is called that was started from here; empty where it was not. */
    public Optional<String> nameOf(Mark mark) throws Trouble {
        return runs.of(mark).map(r -> r.launch().name());
    }

    /** @throws Trouble where SLURM does not answer, or has forgotten the job */
    public JobFacts facts(JobId job) throws Trouble {
        return JobFacts.of(connection.server().slurm().details(job));
    }

    /** The user's jobs that wait or run. */
    public Records<Job> mine() throws Trouble {
        return connection.server().slurm().mine();
    }

    /** Everybody's jobs that wait or run. */
    public Records<Job> everybodys() throws Trouble {
        return connection.server().slurm().queue();
    }

    public Records<EndedJob> ended() throws Trouble {
        return connection.server().slurm().ended();
    }

    /** What the job of that mark waits for; empty when there is no such job or it does not wait. */
    public Optional<Waiting> waiting(Mark mark) throws Trouble {
        return connection.server().slurm().waiting(mark);
    }

    /** The user's job of that number, if it is in the queue. */
    public Optional<Job> find(JobId id) throws Trouble {
        return connection.server().slurm().find(id);
    }

    /** The user's job that was submitted with that mark, if there is one. */
    public Optional<Job> find(Mark mark) throws Trouble {
        return connection.server().slurm().find(mark);
    }

    public void cancel(Collection<JobId> jobs) throws Trouble {
        connection.server().slurm().cancel(jobs);
    }

    public void requeue(JobId job) throws Trouble {
        connection.server().slurm().requeue(job);
    }

    public void setTimeLimit(JobId job, TimeLimit time) throws Trouble {
        connection.server().slurm().setTimeLimit(job, time);
    }

    /**
     * What a job uses, or used, against what it was granted. Of one that runs its containers are looked at, if it has
     * any, else its steps; of a launch that has ended, what was noted of them. Of an array it is what SLURM counted of
     * its tasks.
     */
    public UsageReport usage(JobId id, Cancellation cancellation) throws Trouble {
        Server server = connection.server();
        JobUsage told = server.slurm().usage(id);
        Optional<Job> running =
                told.tasks() > 0 ? Optional.empty() : server.slurm().find(id).filter(Job::running);
        if (running.isPresent()) {
            JobUsage seen = server.containerUsage().of(running.get(), told, cancellation);
            return isKnown(seen)
                    ? new UsageReport(seen, UsageReport.Counted.CONTAINERS, true)
                    : new UsageReport(server.slurm().soFar(running.get(), told), UsageReport.Counted.STEPS, true);
        }
        List<EndedJob> ends = server.slurm().ended().found().stream()
                .filter(e -> e.id().equals(id) || e.id().isOfArray(id))
                .toList();
        JobUsage noted =
                told.tasks() > 0 ? JobUsage.UNKNOWN : server.usageNotes().of(id, told);
        if (isKnown(noted)) {
            return new UsageReport(noted, UsageReport.Counted.CONTAINERS, false, ends);
        }
        boolean launch = book(server, connection.state().target()).isLaunch(id);
        return new UsageReport(told, launch ? UsageReport.Counted.NOTHING : UsageReport.Counted.STEPS, false, ends);
    }

    private static boolean isKnown(JobUsage usage) {
        return usage.memory().isPresent() || usage.cpu().isPresent();
    }

    /** The containers of a job that runs; passed over are those that bear its label, but are not the user's. */
    public Records<JobContainer> containers(JobId job, Cancellation cancellation) throws Trouble {
        return connection.server().jobViews().containers(job, cancellation);
    }

    /** A shell in a container of a job that runs. */
    public Terminal shell(JobId job, JobContainer container, int columns, int rows) throws Trouble {
        return connection.server().jobViews().shell(job, container, columns, rows);
    }

    /** What a batch job writes, as it goes on. */
    public Terminal output(JobId job, int columns, int rows) throws Trouble {
        return connection.server().jobViews().output(job, columns, rows);
    }

    /** What a file that a batch job writes to holds, as it goes on. */
    public Terminal follow(String file, int columns, int rows) throws Trouble {
        return connection.server().jobViews().follow(file, columns, rows);
    }

    public String outputFile(JobId job) throws Trouble {
        return connection.server().jobViews().outputFile(job);
    }

    /**
     * What is left, and what of it cannot be known.
     *
     * @param watched marks of launches that somebody looks at
     */
    public WhatIsLeft leftovers(Set<Mark> watched) throws Trouble {
        return connection.server().leftovers().look(watched);
    }

    /** What is left on nodes, for which a short job runs on them. */
    public WhatIsLeft leftoversOn(List<NodeName> nodes, Partitions partition, Cancellation cancellation)
            throws Trouble {
        return connection.server().leftovers().lookOn(nodes, partition, cancellation);
    }

    /**
     * Stops one: nothing of it is left then.
     *
     * @param watched marks of launches that somebody looks at
     * @return false where nothing was stopped, since it is gone, or in use again
     */
    public boolean stop(Leftover leftover, Set<Mark> watched, Partitions partition, Cancellation cancellation)
            throws Trouble {
        return connection.server().leftovers().stop(leftover, watched, partition, cancellation);
    }
}
