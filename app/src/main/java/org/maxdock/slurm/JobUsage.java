package org.maxdock.slurm;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a job has used, against what it was granted. What is not known is empty.
 *
 * @param elapsed how long it ran; {@code limit}: how long it might
 * @param memory the most that it had at once on a node, in bytes; {@code granted}: what it might have on each
 * @param cpu processor time of all its cores together; {@code cpus}: how many it was granted in all
 * @param nodes on how many it ran, at least 1
 * @param tasks of how many tasks of an array this is told; 0 where it is of one job
 * @param gpus those that it was granted
 */
public record JobUsage(
        Optional<Duration> elapsed,
        Optional<Duration> limit,
        OptionalLong memory,
        OptionalLong granted,
        Optional<Duration> cpu,
        OptionalLong cpus,
        int nodes,
        int tasks,
        Gpus gpus) {

    /**
     * GPUs of a job.
     *
     * @param granted how many in all
     * @param percent how busy the job's own steps kept them on average, where the site's SLURM counts that
     *     (slurm.conf(5), gres/gpuutil)
     */
    public record Gpus(long granted, OptionalLong percent) {

        /** None, as far as is known. */
        public static final Gpus NONE = new Gpus(0, OptionalLong.empty());
    }

    /** Of a job of which nobody knows anything any more. */
    public static final JobUsage UNKNOWN = new JobUsage(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            1,
            0,
            Gpus.NONE);

    /** Of tasks of an array together: that which ran longest, and the most memory that any of them had. */
    static JobUsage ofTasks(List<JobUsage> tasks) {
        JobUsage longest =
                Collections.max(tasks, Comparator.comparing(t -> t.elapsed().orElse(Duration.ZERO)));
        JobUsage largest =
                Collections.max(tasks, Comparator.comparingLong(t -> t.memory().orElse(0)));
        return new JobUsage(
                longest.elapsed,
                longest.limit,
                largest.memory,
                largest.granted,
                longest.cpu,
                longest.cpus,
                longest.nodes,
                tasks.size(),
                longest.gpus);
    }

    /** The same with what somebody has counted. */
    public JobUsage counted(OptionalLong most, Optional<Duration> time) {
        return new JobUsage(elapsed, limit, most, granted, time, cpus, nodes, tasks, gpus);
    }

    public boolean isUnknown() {
        return equals(UNKNOWN);
    }
}
