package org.maxdock.operation;

import java.util.Map;
import org.maxdock.slurm.OutputName;

/**
 * What decides what can be done with a job.
 *
 * @param batch whether it has a script, and so can be put back into the queue
 * @param output the file that it writes to; empty for none
 */
public record JobFacts(boolean batch, String output) {

    /** Of a job of which nothing is known. */
    public static final JobFacts NONE = new JobFacts(false, "");

    /** From what SLURM tells of it, by the names of scontrol(1). */
    static JobFacts of(Map<String, String> details) {
        return new JobFacts(details.getOrDefault("BatchFlag", "0").equals("1"), OutputName.of(details));
    }
}
