package org.maxdock.ui.launch;

import org.maxdock.launch.LaunchPlace;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;

/** Where a launch is to go, as it is picked from the cards. */
public sealed interface PlaceChoice {

    /** Where SLURM's configuration says. */
    static PlaceChoice byDefault() {
        return new Queue(Partitions.DEFAULT);
    }

    /** The workgroup server itself. */
    record Server() implements PlaceChoice {}

    /** A job of the user's that runs. */
    record Job(JobId id) implements PlaceChoice {}

    /** A job of its own. */
    record Queue(Partitions partition) implements PlaceChoice {}

    static PlaceChoice of(LaunchPlace place) {
        return switch (place) {
            case LaunchPlace.OnServer here -> new Server();
            case LaunchPlace.InJob there -> new Job(there.job());
            case LaunchPlace.Allocation asked -> new Queue(asked.partition());
        };
    }

    default boolean allocates() {
        return this instanceof Queue;
    }

    /** The partition that is asked for; SLURM's default where it is another choice. */
    default Partitions partition() {
        return this instanceof Queue queue ? queue.partition() : Partitions.DEFAULT;
    }
}
