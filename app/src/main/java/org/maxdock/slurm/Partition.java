package org.maxdock.slurm;

/**
 * A partition.
 *
 * @param up whether it starts jobs
 * @param groups groups that may use it, comma-separated; "all" for everybody
 * @param allowed whether the user may use it
 * @param timeLimit longest time, in SLURM's notation
 * @param defaultTime time a job gets that asks for none; empty where the limit is meant
 * @param idle nodes that are wholly free; {@code mixed}: in part; of {@code total}
 */
public record Partition(
        PartitionName name,
        boolean isDefault,
        boolean up,
        String groups,
        boolean allowed,
        String timeLimit,
        String defaultTime,
        int idle,
        int mixed,
        int allocated,
        int other,
        int total) {

    Partition plus(Partition more) {
        return new Partition(
                name,
                isDefault,
                up,
                groups,
                allowed,
                timeLimit,
                defaultTime,
                idle + more.idle,
                mixed + more.mixed,
                allocated + more.allocated,
                other + more.other,
                total + more.total);
    }
}
