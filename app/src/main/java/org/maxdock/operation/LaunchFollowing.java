package org.maxdock.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.ServedPort;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Trouble;

/** Where launches stand that were started: one question to SLURM for all of them. */
public final class LaunchFollowing {

    private final Connection connection;

    public LaunchFollowing(Connection connection) {
        this.connection = connection;
    }

    /**
     * How far a launch is.
     *
     * @param waiting while its job waits
     * @param job once it has one that runs
     * @param served once its application answers
     * @param unread how many of the user's jobs could not be read, where its job was not among the others
     */
    public record Progress(Optional<Waiting> waiting, Optional<Job> job, Optional<ServedPort> served, int unread) {}

    /** By the marks of the plans. */
    public Map<Mark, Progress> of(List<LaunchPlan> plans) throws Trouble {
        Server server = connection.server();
        boolean asks = plans.stream().anyMatch(p -> !p.launch().place().isServer());
        Records<Job> queue = asks ? server.slurm().mine() : Records.of(List.of());
        Map<Mark, Job> jobs = new HashMap<>();
        for (LaunchPlan plan : plans) {
            job(plan, queue.found()).ifPresent(j -> jobs.put(plan.mark(), j));
        }
        Map<JobId, Waiting> waiting = server.slurm().waiting(List.copyOf(jobs.values())).stream()
                .collect(Collectors.toMap(w -> w.job().id(), w -> w, (one, same) -> one));
        Map<Mark, Progress> found = new HashMap<>();
        for (LaunchPlan plan : plans) {
            Optional<Job> job = Optional.ofNullable(jobs.get(plan.mark()));
            boolean unknown = job.isEmpty() && !plan.launch().place().isServer();
            found.put(plan.mark(), progress(server, plan, job, waiting, unknown ? queue.passedOver() : 0));
        }
        return found;
    }

    private static Optional<Job> job(LaunchPlan plan, List<Job> queue) {
        return queue.stream()
                .filter(j -> switch (plan.launch().place()) {
                    case LaunchPlace.OnServer here -> false;
                    case LaunchPlace.InJob there -> j.isKnownAs(there.job());
                    case LaunchPlace.Allocation asked ->
                        j.comment().equals(plan.mark().text());
                })
                .findFirst();
    }

    private static Progress progress(
            Server server, LaunchPlan plan, Optional<Job> job, Map<JobId, Waiting> waiting, int unread) {
        Optional<Waiting> waits = job.map(j -> waiting.get(j.id()));
        boolean asks = plan.launch().kind().serves() && waits.isEmpty();
        return new Progress(
                waits,
                waits.isPresent() ? Optional.empty() : job,
                asks ? served(server, plan, job) : Optional.empty(),
                unread);
    }

    /** One that does not tell keeps no other from telling. */
    private static Optional<ServedPort> served(Server server, LaunchPlan plan, Optional<Job> job) {
        try {
            if (plan.launch().place().isServer()) {
                return server.applications().find(plan.mark(), plan.launch().place());
            }
            return job.isPresent() ? server.applications().in(job.get(), plan.mark()) : Optional.empty();
        } catch (Trouble e) {
            System.getLogger(LaunchFollowing.class.getName())
                    .log(System.Logger.Level.DEBUG, "does not tell whether it serves", e);
            return Optional.empty();
        }
    }
}
