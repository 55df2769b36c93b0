package org.maxdock.ui.jobs;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobEnding;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.slurm.StateWords;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Message;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;

/** What the table says of a job. */
record JobLine(JobBook.Entry entry, boolean mine, Texts texts) {

    static JobLine of(JobBook.Entry entry, JobsModel model, Texts texts) {
        return new JobLine(entry, entry.job().map(model::isMine).orElse(true), texts);
    }

    String id() {
        return entry.id().map(JobId::text).orElse("");
    }

    String name() {
        String owner = mine ? "" : entry.job().map(j -> j.user() + " · ").orElse("");
        return Printable.line(owner + entry.name());
    }

    /** In a word, and for one that has ended its exit status, where that says more. */
    String state() {
        String state = texts.get(StateWords.ofJob(entry.state()));
        String status = entry.ended()
                .map(e -> e.status().replaceFirst(":.*", ""))
                .filter(s -> !s.equals("0"))
                .orElse("");
        return entry.job().isPresent() ? state : (state + " " + status).strip();
    }

    /** The same in a sentence, and in SLURM's own word, by which its manual knows it. */
    String stateInFull() {
        Message sentence = entry.job().isPresent()
                ? StateWords.ofJob(entry.state())
                : entry.ended().map(JobEnding::of).orElseGet(() -> StateWords.ofJob(entry.state()));
        return entry.state().isEmpty() ? "" : texts.get("ui.jobs.state-in-full", sentence, entry.state());
    }

    /** SLURM's; its accounts may add a + (sacct(1)). */
    private String word() {
        return entry.state().toLowerCase(Locale.ROOT).replaceFirst("(?s)[^a-z_].*", "");
    }

    /** As badges are coloured. */
    String stateKind() {
        if (entry.job().isPresent()) {
            return entry.job().get().running() ? "ok" : "warn";
        }
        return word().equals("completed") || word().equals("cancelled") ? "plain" : "bad";
    }

    String partition() {
        return Printable.line(entry.job()
                .map(Job::partition)
                .or(() -> entry.ended().map(EndedJob::partition))
                .orElse(""));
    }

    /** Its nodes; or why it waits, and until when, where SLURM says. */
    String where() {
        Optional<Job> waits = entry.job().filter(Job::waiting);
        if (waits.isEmpty()) {
            return Printable.line(entry.job()
                    .map(Job::where)
                    .or(() -> entry.ended().map(EndedJob::nodes))
                    .orElse(""));
        }
        Waiting waiting = new Waiting(waits.get(), 0);
        String why = texts.get(waiting.why());
        return waiting.hasStart()
                ? why + " · "
                        + texts.get("ui.terminal.expected", waits.get().start().replace('T', ' '))
                : why;
    }

    /** The part of its time that is used; empty where that cannot be told. */
    OptionalDouble used() {
        Optional<Duration> used = entry.job().flatMap(j -> SlurmTime.parse(j.used()));
        Optional<Duration> limit =
                entry.job().flatMap(j -> SlurmTime.parse(j.limit())).filter(l -> !l.isZero());
        return used.isPresent() && limit.isPresent()
                ? OptionalDouble.of(Math.min(
                        1, (double) used.get().toSeconds() / limit.get().toSeconds()))
                : OptionalDouble.empty();
    }

    /** What is left, or used of how much; of one that has ended, how long it took, and when it ended. */
    String time() {
        if (entry.job().isEmpty()) {
            return entry.ended()
                    .map(e -> (e.elapsed() + "  " + dayAndMinute(e.end())).strip())
                    .orElse("");
        }
        Job job = entry.job().get();
        return used().isPresent()
                ? texts.get("ui.jobs.left", TimeInWords.ofDays(job.left()))
                : texts.get(TimeInWords.ofDays(job.used())) + " / " + texts.get(TimeInWords.ofDays(job.limit()));
    }

    /** When it ended, to the second; empty for one that has not. */
    String end() {
        return entry.ended().map(e -> e.end().replace('T', ' ')).orElse("");
    }

    /** Of a time as SLURM writes it what fits a column: its year and seconds are left out. */
    private static String dayAndMinute(String time) {
        return time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")
                ? time.substring(5, 16).replace('T', ' ')
                : time;
    }

    /** Empty where MaxDock did not start it. */
    String image() {
        return entry.run().map(r -> r.launch().image().brief()).orElse("");
    }

    /** Whether its script was made to start no image but the recorded one; whether it did, nobody has looked. */
    boolean checksItsImage() {
        return entry.run().isPresent() && entry.job().filter(Job::running).isPresent();
    }
}
