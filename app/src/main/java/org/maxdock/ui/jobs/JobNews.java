package org.maxdock.ui.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.text.Message;

/**
 * What has happened to jobs since they were looked at before: one started, one ended, one is about to reach its limit.
 */
final class JobNews {

    private static final Duration SOON = Duration.ofMinutes(5);

    private final Map<JobId, Job> before = new HashMap<>();
    private final Set<JobId> warned = new HashSet<>();
    private boolean first = true;

    /** The news; none at the first look. */
    List<Message> of(List<Job> jobs) {
        List<Message> news = new ArrayList<>();
        for (Job job : jobs) {
            Job old = before.remove(job.id());
            if (!first && job.running() && (old == null || old.waiting())) {
                news.add(Message.of("ui.jobs.news.started", job.name(), job.id(), job.where()));
            }
            boolean soon = job.running()
                    && SlurmTime.parse(job.left())
                            .filter(left -> left.compareTo(SOON) < 0)
                            .isPresent()
                    && SlurmTime.parse(job.limit())
                            .filter(limit -> limit.compareTo(SOON.multipliedBy(2)) > 0)
                            .isPresent();
            if (soon && warned.add(job.id())) {
                news.add(Message.of("ui.jobs.news.soon", job.name(), job.id(), TimeInWords.of(job.left())));
            }
        }
        Set<String> arrays = jobs.stream().map(j -> array(j.id())).collect(Collectors.toSet());
        before.values().removeIf(gone -> !gone.id().isOne() && arrays.contains(array(gone.id())));
        before.values().forEach(gone -> news.add(Message.of("ui.jobs.news.ended", gone.name(), gone.id())));
        before.clear();
        jobs.forEach(j -> before.put(j.id(), j));
        first = false;
        return news;
    }

    /**
     * Tasks of an array that wait are one line, such as 37_[2-4], which is another one as soon as one of them starts
     * (squeue(1)).
     */
    private static String array(JobId id) {
        return id.text().replaceFirst("_.*", "");
    }
}
