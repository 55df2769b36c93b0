package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            Optional<Job> job = job(record.split(FIELD, -1));
            job.ifPresent(lines.jobs::add);
            lines.whole &= job.isPresent() || record.isBlank();
        }
        return lines;
    }

    /** Empty for what is no job: whoever puts a separator into a name must not be taken for another. */
    private static Optional<Job> job(String[] f) {
        if (f.length != FIELDS || !f[3].matches("[0-9]{1,9}") || !f[11].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return JobId.read(f[0].strip())
                .map(id -> new Job(
                        id,
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
