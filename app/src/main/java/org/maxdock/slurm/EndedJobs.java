package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Jobs that have ended, as sacct --parsable writes them: each field ends with the delimiter, and a line break follows
 * the last one of a job. Names and comments may hold anything, line breaks too; so the delimiter is drawn anew for each
 * question, and fields are counted, not lines.
 */
final class EndedJobs {

    private static final String FIELDS = "JobID,State,ExitCode,Partition,NodeList,Elapsed,Start,End,Comment,JobName";
    private static final int COUNT = 10;
    private static final Set<String> NOT_YET = Set.of("RUNNING", "PENDING", "REQUEUED", "RESIZING", "SUSPENDED");

    private final String delimiter;

    /** @param delimiter a word that stands in no job's name */
    EndedJobs(String delimiter) {
        this.delimiter = delimiter;
    }

    static EndedJobs random() {
        return new EndedJobs("\u001f" + JobFormat.drawn() + "\u001f");
    }

    /** The options of sacct, the same in all versions since 20.11. */
    List<String> options() {
        return List.of("--noheader", "--parsable", "--delimiter=" + delimiter, "--format=" + FIELDS);
    }

    /** Reads what sacct wrote with these options, latest first. */
    Records<EndedJob> read(String text) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "sacct")
                .text(text, this::records);
    }

    private Records<EndedJob> records(String text) {
        List<String> fields = List.of(text.split(Pattern.quote(delimiter), -1));
        List<EndedJob> jobs = new ArrayList<>();
        int passedOver = 0;
        int whole = (fields.size() - 1) / COUNT * COUNT;
        for (int at = 0; at < whole; at += COUNT) {
            List<String> f = fields.subList(at, at + COUNT);
            Optional<JobId> id = JobId.read(at == 0 ? f.getFirst() : afterLineBreak(f.getFirst()));
            passedOver += id.isPresent() ? 0 : 1;
            if (!NOT_YET.contains(f.get(1))) {
                id.ifPresent(i -> jobs.addFirst(new EndedJob(
                        i, f.get(9), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7), f.get(8))));
            }
        }
        boolean cut = !String.join("", fields.subList(whole, fields.size())).isBlank();
        return new Records<>(jobs, passedOver + (cut ? 1 : 0));
    }

    private static String afterLineBreak(String field) {
        return field.startsWith("\n") ? field.substring(1) : "";
    }
}
