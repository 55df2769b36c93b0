package org.maxdock.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.JobEnding;
import org.maxdock.slurm.JobUsage;
import org.maxdock.text.Amounts;
import org.maxdock.text.Message;

/**
 * What a job used, in sentences, and what to ask for next time.
 *
 * @param counted what is counted in {@code usage}
 * @param runs whether the job goes on: what it will have used is not known yet
 * @param ends how it ended, of an array each task, as far as the site's accounting tells
 */
public record UsageReport(JobUsage usage, Counted counted, boolean runs, List<EndedJob> ends) {

    /** Whose memory and processor time it is. */
    public enum Counted {
        /** The job's steps, as SLURM counts them. */
        STEPS,
        /** The job's containers, as the kernel counts them. */
        CONTAINERS,
        /** Nobody's: the job's containers are no part of what SLURM counted. */
        NOTHING
    }

    private static final double MEGA = 1 << 20;
    private static final double GIGA = 1 << 30;
    private static final double ROOM = 1.25;
    private static final double NEAR = 0.9;
    private static final double LITTLE = 0.5;
    private static final long SHORT_SECONDS = 60;
    private static final int SHOWN = 8;
    private static final String COMPLETED = "COMPLETED";
    private static final String MORE_MEMORY = "usage.ask-more-memory";

    public UsageReport {
        ends = List.copyOf(ends);
    }

    /** Of a job of whose end nothing is known. */
    public UsageReport(JobUsage usage, Counted counted, boolean runs) {
        this(usage, counted, runs, List.of());
    }

    private List<EndedJob> failed() {
        return ends.stream().filter(e -> !e.state().equals(COMPLETED)).toList();
    }

    /** How it ended, where that was not well. */
    private Optional<Message> ending() {
        List<EndedJob> failed = failed();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        if (ends.size() == 1) {
            return Optional.of(Message.of(
                    "usage.failed",
                    JobEnding.of(ends.getFirst()),
                    ends.getFirst().state()));
        }
        Message which = failed.stream()
                .limit(SHOWN)
                .map(e -> Message.of("usage.task", e.id(), JobEnding.of(e)))
                .reduce((before, next) -> Message.of("usage.and", before, next))
                .orElseThrow();
        return Optional.of(Message.of(
                "usage.tasks-failed",
                failed.size(),
                ends.size(),
                failed.size() > SHOWN ? Message.of("usage.and", which, "…") : which));
    }

    /**
     * What is known, a sentence for each thing.
     *
     * @param amounts of the language that they are to be told in
     */
    public List<Message> lines(Amounts amounts) {
        List<Message> lines = new ArrayList<>();
        ending().ifPresent(lines::add);
        if (usage.tasks() > 0) {
            lines.add(Message.of("usage.tasks", usage.tasks()));
        }
        usage.elapsed()
                .ifPresent(took -> lines.add(usage.limit()
                        .map(limit -> Message.of(runs ? "usage.runs-of" : "usage.time-of", told(took), told(limit)))
                        .orElse(Message.of(runs ? "usage.runs" : "usage.time", told(took)))));
        gpus().ifPresent(lines::add);
        if (counted == Counted.NOTHING) {
            lines.add(Message.of(usage.tasks() > 0 ? "usage.containers-of-tasks" : "usage.containers-gone"));
            return lines;
        }
        usage.memory()
                .ifPresent(most -> lines.add(
                        usage.granted().isPresent()
                                ? Message.of(
                                        "usage.memory-of",
                                        amounts.memory(most),
                                        amounts.memory(usage.granted().getAsLong()))
                                : Message.of("usage.memory", amounts.memory(most))));
        cores().ifPresent(cores -> lines.add(
                Message.of("usage.cores", amounts.number(cores, 1), usage.cpus().getAsLong())));
        if (counted == Counted.STEPS && usage.memory().isEmpty()) {
            lines.add(Message.of("usage.not-counted"));
        }
        return lines;
    }

    /** SLURM counts how busy its own steps keep them, and containers are none of these. */
    private Optional<Message> gpus() {
        long granted = usage.gpus().granted();
        if (granted == 0) {
            return Optional.empty();
        }
        return Optional.of(
                counted == Counted.STEPS && usage.gpus().percent().isPresent()
                        ? Message.of(
                                "usage.gpus-of", granted, usage.gpus().percent().getAsLong())
                        : Message.of("usage.gpus", granted));
    }

    /** What would suit it better; one thing, and nothing where all is well, or may still be. */
    public Optional<Message> advice() {
        if (!failed().isEmpty()) { // what it would have used nobody knows, but that it had no more memory
            return memoryAdvice().filter(advice -> advice.key().equals(MORE_MEMORY));
        }
        return runs ? Optional.empty() : memoryAdvice().or(this::coresAdvice).or(this::timeAdvice);
    }

    private Optional<Message> memoryAdvice() {
        if (counted == Counted.NOTHING
                || usage.memory().isEmpty()
                || usage.granted().isEmpty()) {
            return Optional.empty();
        }
        double most = usage.memory().getAsLong();
        double granted = usage.granted().getAsLong();
        long ask = (long) Math.ceil(most * ROOM / MEGA);
        if (most > granted * NEAR) {
            return Optional.of(Message.of(MORE_MEMORY, option(ask)));
        }
        return most < granted * LITTLE && granted > GIGA
                ? Optional.of(Message.of("usage.ask-less-memory", option(ask)))
                : Optional.empty();
    }

    private static String option(long megabytes) {
        return megabytes > MEGA / 1024 ? (megabytes + 1023) / 1024 + "G" : Math.max(1, megabytes) + "M";
    }

    private Optional<Message> coresAdvice() {
        if (cores().isEmpty() || usage.elapsed().orElseThrow().toSeconds() < SHORT_SECONDS) {
            return Optional.empty();
        }
        long used = Math.max(1, (long) Math.ceil(Math.round(cores().getAsDouble() * 10) / 10.0));
        return used < usage.cpus().getAsLong() * LITTLE
                ? Optional.of(Message.of("usage.ask-fewer-cores", used))
                : Optional.empty();
    }

    private Optional<Message> timeAdvice() {
        boolean much = usage.elapsed().isPresent()
                && usage.limit()
                        .filter(l -> l.toSeconds() > 10 * SHORT_SECONDS
                                && usage.elapsed().get().toSeconds() < l.toSeconds() / 4)
                        .isPresent();
        return much
                ? Optional.of(Message.of("usage.ask-less-time", Math.max(5, (long)
                        Math.ceil(usage.elapsed().get().toSeconds() * 2 / 60.0))))
                : Optional.empty();
    }

    /** How many cores were busy on average; empty where it is not known. */
    private OptionalDouble cores() {
        boolean known = counted != Counted.NOTHING
                && usage.cpu().isPresent()
                && usage.cpus().isPresent()
                && usage.elapsed().filter(e -> !e.isZero()).isPresent();
        return known
                ? OptionalDouble.of((double) usage.cpu().get().toMillis()
                        / usage.elapsed().get().toMillis())
                : OptionalDouble.empty();
    }

    private static String told(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
