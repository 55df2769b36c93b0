package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;

/**
 * Jobs as squeue -o writes them, the same in all versions since 20.11. Names and comments may hold anything, line
 * breaks too; so fields and records have separators of their own, which somebody would have to put there on purpose.
 */
final class JobLines {

    private static final String FIELD = "\u001f";
    private static final String RECORD = "\u001e";
    private static final int FIELDS = 13;

    static final String FORMAT =
            String.join(FIELD, "%i", "%T", "%P", "%D", "%R", "%M", "%l", "%k", "%u", "%L", "%S", "%Q", "%j") + RECORD;

    private final List<Job> jobs = new ArrayList<>();
    private boolean whole = true;

    private JobLines() {}

    static JobLines read(String text) {
        JobLines lines = new JobLines();
        for (String record : text.split(RECORD + "\n?")) {
            String[] f = record.split(FIELD, -1);
            if (f.length == FIELDS) {
                lines.jobs.add(new Job(
                        f[0].strip(),
                        f[12],
                        f[1],
                        f[2],
                        Integer.parseInt(f[3]),
                        f[4],
                        f[5],
                        f[6],
                        f[7].equals("(null)") ? "" : f[7],
                        f[8],
                        f[9],
                        f[10],
                        Long.parseLong(f[11])));
            } else if (!record.isBlank()) {
                lines.whole = false;
            }
        }
        return lines;
    }

    /** Those that could be read. */
    List<Job> jobs() {
        return jobs;
    }

    /** Whether all could be read. */
    boolean areWhole() {
        return whole;
    }
}
