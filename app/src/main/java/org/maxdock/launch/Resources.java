package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;

/**
 * What is asked of SLURM; empty texts leave it to SLURM.
 *
 * @param nodes at least 1
 * @param time  in SLURM's notation
 * @param more  further options of salloc and sbatch, in their long form, such as --mem=4G
 */
public record Resources(String partition, int nodes, String time, int cpus, String constraint, List<String> more) {

    public Resources {
        more = more == null ? List.of() : List.copyOf(more);
    }

    /** Without further options. */
    public Resources(String partition, int nodes, String time, int cpus, String constraint) {
        this(partition, nodes, time, cpus, constraint, List.of());
    }

    public Resources withMore(List<String> options) {
        return new Resources(partition, nodes, time, cpus, constraint, options);
    }

    /** @throws Trouble where one is no option of salloc's in its long form, or is one that the launch itself sets */
    public Resources checked() throws Trouble {
        for (String option : more) {
            if (!option.matches("--[a-z][a-z-]*(=[^\\p{Cntrl}]*)?") || option.matches("--(wrap|parsable|comment|job-name|ntasks|ntasks-per-node|test-only|array)(=.*)?")) {
                throw new Trouble("bad-slurm-option", option);
            }
        }
        return this;
    }

    public static Resources of(String partition, int nodes, String time) {
        return new Resources(partition, nodes, time, 0, "");
    }

    /** As options of salloc and sbatch. */
    List<String> options() {
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
