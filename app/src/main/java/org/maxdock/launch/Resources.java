package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of SLURM; empty texts leave it to SLURM.
 *
 * @param nodes at least 1
 * @param time  in SLURM's notation
 */
public record Resources(String partition, int nodes, String time, int cpus, String constraint) {

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
        return options;
    }
}
