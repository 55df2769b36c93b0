package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;

/**
 * A job that has ended, as the site's accounting tells it (sacct(1)).
 *
 * @param state  in SLURM's words, such as COMPLETED, TIMEOUT, CANCELLED by 1000
 * @param status exit status, as status:signal
 */
public record EndedJob(String id, String name, String state, String status, String partition, String nodes, String elapsed, String start, String end, String comment) {

    /** Reads lines that sacct --parsable2 wrote; the name, which may hold anything, comes last. */
    static List<EndedJob> parse(String text) {
        List<EndedJob> jobs = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] f = line.split("\\|", 10);
            if (f.length == 10 && !f[1].equals("RUNNING") && !f[1].equals("PENDING")) {
                jobs.addFirst(new EndedJob(f[0], f[9], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]));
            }
        }
        return jobs;
    }
}
