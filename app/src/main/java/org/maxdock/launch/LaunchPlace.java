package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** Where a launch runs. */
public sealed interface LaunchPlace {

    /** On the workgroup server itself, without SLURM. */
    record OnServer() implements LaunchPlace {}

    /** In a job of the user's that runs, on all its nodes. */
    record InJob(JobId job) implements LaunchPlace {

        /** @throws InvalidValue where it is not one job */
        public InJob {
            Valid.present("--in-job", job);
            if (!job.isOne()) {
                throw new InvalidValue(TroubleKind.NO_SUCH_JOB, job);
            }
        }
    }

    /**
     * In a job of its own. What is empty or 0 is left to SLURM.
     *
     * @param nodes at least 1
     * @param cpus for each task
     * @param constraint features of nodes (sbatch(1), --constraint)
     * @param more further options of salloc and sbatch, in their long form, such as --mem=4G
     */
    record Allocation(Partitions partition, int nodes, TimeLimit time, int cpus, String constraint, List<String> more)
            implements LaunchPlace {

        private static final int MOST_NODES = 100_000;
        private static final int MOST_OPTIONS = 100;

        /** @throws InvalidValue where SLURM would not take one, or the launch itself sets it */
        public Allocation {
            partition = partition == null ? Partitions.DEFAULT : partition;
            nodes = Valid.number("--nodes", nodes, 1, MOST_NODES);
            time = time == null ? TimeLimit.DEFAULT : time;
            cpus = Valid.number("--cpus-per-task", cpus, 0, MOST_NODES);
            constraint = Valid.name("--constraint", constraint, SlurmOption.LONGEST);
            more = Valid.list("--slurm-arg", more, MOST_OPTIONS);
            more.forEach(SlurmOption::check);
        }

        /** Without further options. */
        public static Allocation of(String partition, int nodes, String time) {
            return of(Partitions.of(partition), nodes, time);
        }

        /** The same, in one of these partitions. */
        public static Allocation of(Partitions partition, int nodes, String time) {
            return new Allocation(partition, nodes, new TimeLimit(time), 0, "", List.of());
        }

        public Allocation withMore(List<String> options) {
            return new Allocation(partition, nodes, time, cpus, constraint, options);
        }

        /** As options of salloc and sbatch. */
        public List<String> options() {
            List<String> options = new ArrayList<>();
            if (!partition.isDefault()) {
                options.add("--partition=" + partition);
            }
            if (nodes > 1 || !has("--nodelist") || has("--nodes")) { // else as many as are named
                options.add("--nodes=" + nodes);
            }
            if (!time.isDefault()) {
                options.add("--time=" + time);
            }
            options.addAll(asMore());
            if (has("--mail-user") && !has("--mail-type")) { // without it SLURM sends none (sbatch(1))
                options.add("--mail-type=END,FAIL");
            }
            return options;
        }

        private boolean has(String option) {
            return more.stream().anyMatch(o -> o.equals(option) || o.startsWith(option + "="));
        }

        /** All beside partition, nodes and time as options in their long form. */
        public List<String> asMore() {
            List<String> options = new ArrayList<>();
            if (cpus > 0) {
                options.add("--cpus-per-task=" + cpus);
            }
            if (!constraint.isEmpty()) {
                options.add("--constraint=" + constraint);
            }
            options.addAll(more);
            return options;
        }
    }

    /** The job of its own that it asks for, if it does. */
    default Optional<Allocation> allocation() {
        return this instanceof Allocation asked ? Optional.of(asked) : Optional.empty();
    }

    default boolean allocates() {
        return this instanceof Allocation;
    }

    default boolean isServer() {
        return this instanceof OnServer;
    }

    /** The job that it joins, if it joins one. */
    default Optional<JobId> joined() {
        return this instanceof InJob there ? Optional.of(there.job()) : Optional.empty();
    }
}
