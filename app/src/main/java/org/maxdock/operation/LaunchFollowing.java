package org.maxdock.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.Resources;
import org.maxdock.launch.ServedPort;
import org.maxdock.slurm.Job;
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
     */
    public record Progress(Optional<Waiting> waiting, Optional<Job> job, Optional<ServedPort> served) {}

    /** By the marks of the plans. */
    public Map<String, Progress> of(List<LaunchPlan> plans) throws Trouble {
        Server server = connection.server();
        boolean asks = plans.stream().anyMatch(p -> !p.launch().resources().here());
        List<Job> queue = asks ? server.slurm().jobs() : List.of();
        Map<String, Job> jobs = new HashMap<>();
        for (LaunchPlan plan : plans) {
            job(plan, queue).ifPresent(j -> jobs.put(plan.mark(), j));
        }
        Map<String, Waiting> waiting = server.slurm().waiting(List.copyOf(jobs.values())).stream()
                .collect(Collectors.toMap(w -> w.job().id(), w -> w, (one, same) -> one));
        Map<String, Progress> found = new HashMap<>();
        for (LaunchPlan plan : plans) {
            found.put(plan.mark(), progress(server, plan, Optional.ofNullable(jobs.get(plan.mark())), waiting));
        }
        return found;
    }

    private static Optional<Job> job(LaunchPlan plan, List<Job> queue) {
        Resources where = plan.launch().resources();
        return where.here()
                ? Optional.empty()
                : queue.stream()
                        .filter(j -> where.allocates() ? j.comment().equals(plan.mark()) : j.id().equals(where.job()))
                        .findFirst();
    }

    private static Progress progress(Server server, LaunchPlan plan, Optional<Job> job, Map<String, Waiting> waiting) {
        Optional<Waiting> waits = job.map(j -> waiting.get(j.id()));
        boolean asks = plan.launch().work().kind().serves() && waits.isEmpty();
        return new Progress(
                waits, waits.isPresent() ? Optional.empty() : job, asks ? served(server, plan, job) : Optional.empty());
    }

    /** One that does not tell keeps no other from telling. */
    private static Optional<ServedPort> served(Server server, LaunchPlan plan, Optional<Job> job) {
        try {
            if (plan.launch().resources().here()) {
                return server.applications().find(plan.mark(), plan.launch().resources());
            }
            return job.isPresent() ? server.applications().in(job.get(), plan.mark()) : Optional.empty();
        } catch (Trouble e) {
            System.getLogger(LaunchFollowing.class.getName())
                    .log(System.Logger.Level.DEBUG, "does not tell whether it serves", e);
            return Optional.empty();
        }
    }
}
