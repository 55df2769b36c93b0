package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What is asked of SLURM; empty texts leave it to SLURM.
 *
 * @param nodes at least 1
 * @param time in SLURM's notation
 * @param more further options of salloc and sbatch, in their long form, such as --mem=4G
 * @param here on the workgroup server itself, without SLURM; all else is then left aside
 * @param job in a job of the user's that runs, on all its nodes; all else is then left aside. Empty for an allocation
 *     of its own
 */
public record Resources(
        String partition,
        int nodes,
        String time,
        int cpus,
        String constraint,
        List<String> more,
        boolean here,
        String job) {

    /** On the workgroup server itself. */
    public static final Resources HERE = new Resources("", 1, "", 0, "", List.of(), true, "");

    public Resources {
        more = more == null ? List.of() : List.copyOf(more);
        job = job == null ? "" : job;
    }

    /** In a job that runs. */
    public static Resources inJob(String number) {
        return new Resources("", 1, "", 0, "", List.of(), false, number);
    }

    /** Whether it needs a job of its own. */
    public boolean allocates() {
        return !here && job.isEmpty();
    }

    /** Without further options. */
    public Resources(String partition, int nodes, String time, int cpus, String constraint) {
        this(partition, nodes, time, cpus, constraint, List.of(), false, "");
    }

    public Resources(String partition, int nodes, String time, int cpus, String constraint, List<String> more) {
        this(partition, nodes, time, cpus, constraint, more, false, "");
    }

    public Resources withMore(List<String> options) {
        return new Resources(partition, nodes, time, cpus, constraint, options, here, job);
    }

    /** All beside partition, nodes and time as options in their long form. */
    public List<String> asMore() {
        List<String> options = new ArrayList<>(options());
        options.removeIf(o -> o.matches("(?s)--(partition|nodes|time)=.*"));
        return options;
    }

    /**
     * @throws Trouble where one is no option of salloc's in its long form, or is one that the launch itself sets; or
     *     the job is no number
     */
    public Resources checked() throws Trouble {
        if (!job.matches("(\\d+(_\\d+)?)?")) {
            throw new Trouble(TroubleKind.NO_SUCH_JOB, job);
        }
        for (String option : more) {
            if (!option.matches("--[a-z][a-z-]*(=[^\\p{Cntrl}]*)?")
                    || option.matches(
                            "--(wrap|parsable|comment|job-name|ntasks|ntasks-per-node|test-only|array)(=.*)?")) {
                throw new Trouble(TroubleKind.BAD_SLURM_OPTION, option);
            }
        }
        return this;
    }

    public static Resources of(String partition, int nodes, String time) {
        return new Resources(partition, nodes, time, 0, "");
    }

    /** As options of salloc and sbatch. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        if (!partition.isEmpty()) {
            options.add("--partition=" + partition);
        }
        options.add("--nodes=" + nodes);
        if (!time.isEmpty()) {
            options.add("--time=" + time);
        }
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
