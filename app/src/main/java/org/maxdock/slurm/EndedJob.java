package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A job that has ended, as the site's accounting tells it (sacct(1)).
 *
 * @param state in SLURM's words, such as COMPLETED, TIMEOUT, CANCELLED by 1000
 * @param status exit status, as status:signal
 * @param comment empty where the site does not keep it (slurm.conf(5), AccountingStoreFlags)
 */
public record EndedJob(
        JobId id,
        String name,
        String state,
        String status,
        String partition,
        String nodes,
        String elapsed,
        String start,
        String end,
        String comment) {

    /** Names and comments may hold anything, line breaks too; this somebody would have to put there on purpose. */
    static final String DELIMITER = "\u001f";
    /** The name comes last. */
    static final String FORMAT = "JobID,State,ExitCode,Partition,NodeList,Elapsed,Start,End,Comment,JobName";

    private static final int FIELDS = 10;
    private static final Pattern RECORD =
            Pattern.compile("(?m)^(?=[0-9]{1,10}(?:[_+][^" + DELIMITER + "\n]{0,2100})?" + DELIMITER + ")");
    private static final Set<String> NOT_YET = Set.of("RUNNING", "PENDING", "REQUEUED", "RESIZING", "SUSPENDED");

    /**
     * Reads what sacct --parsable2 wrote with these fields and this delimiter, latest first; a record begins where a
     * line begins with a job's number.
     */
    static List<EndedJob> parse(String text) {
        List<EndedJob> jobs = new ArrayList<>();
        for (String record : RECORD.split(text)) {
            String[] f = record.split(DELIMITER, FIELDS);
            if (f.length == FIELDS && !NOT_YET.contains(f[1])) {
                JobId.read(f[0])
                        .ifPresent(id -> jobs.addFirst(new EndedJob(
                                id, f[9].stripTrailing(), f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8])));
            }
        }
        return jobs;
    }
}
