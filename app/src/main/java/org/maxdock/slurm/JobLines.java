package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Jobs as squeue wrote them. */
final class JobLines {

    private static final int FIELDS = 14;

    private JobLines() {}

    static Records<Job> read(String text, JobFormat format) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "squeue")
                .text(text, t -> records(t, format));
    }

    private static Records<Job> records(String text, JobFormat format) {
        List<Job> jobs = new ArrayList<>();
        int passedOver = 0;
        for (String record : text.split(Pattern.quote(format.record()) + "\n?")) {
            Optional<Job> job = job(record.split(Pattern.quote(format.field()), -1));
            job.ifPresent(jobs::add);
            passedOver += job.isPresent() || record.isBlank() ? 0 : 1;
        }
        return new Records<>(jobs, passedOver);
    }

    private static Optional<Job> job(String[] f) {
        if (f.length != FIELDS || nodes(f[3]).isEmpty() || !f[11].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        Optional<JobId> number = JobId.read(f[12].strip());
        return JobId.read(f[0].strip())
                .filter(id -> number.isPresent())
                .map(id -> new Job(
                        id,
                        number.get(),
                        f[13],
                        f[1],
                        f[2],
                        Math.toIntExact(nodes(f[3]).getAsLong()),
                        f[4],
                        f[5],
                        f[6],
                        f[7].equals("(null)") ? "" : f[7],
                        f[8],
                        f[9],
                        f[10],
                        Long.parseLong(f[11])));
    }

    /**
     * Of a job that waits in several partitions squeue may not know how many it wants, and says -1: that is told as 0.
     */
    private static OptionalLong nodes(String text) {
        return text.equals("-1") ? OptionalLong.of(0) : SlurmNumber.count(text);
    }
}
