package org.maxdock.slurm;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * A job as SLURM's commands write it (squeue(1), JOBID): 4711, a task of an array 37_2, a part of a heterogeneous job
 * 12+1, or all tasks of an array that still wait, 37_[3-9%2].
 */
public record JobId(String text) {

    /** SLURM shortens what stands in the brackets with dots (squeue(1), SLURM_BITSTR_LEN). */
    private static final Pattern GRAMMAR = Pattern.compile(
            "[0-9]{1,10}(?:_[0-9]{1,10}|\\+[0-9]{1,10}|_\\[[0-9,:%-]{1,2000}(?:\\.\\.\\.)?(?:%[0-9]{1,10})?\\])?");

    private static final Pattern NUMBERS = Pattern.compile("[^0-9]+");

    private static final int LISTED = 20;

    /** As their numbers follow one another, a task after the one before it. */
    public static final Comparator<JobId> BY_NUMBER =
            Comparator.comparing(JobId::numbers, Arrays::compare).thenComparing(JobId::text);

    /** @throws InvalidValue where it is none */
    public JobId {
        if (text == null || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.NO_SUCH_JOB, Valid.shown(text == null ? "" : text));
        }
    }

    /** What a command of SLURM wrote; empty where that is no job. */
    public static Optional<JobId> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
    }

    private long[] numbers() {
        return NUMBERS.splitAsStream(text)
                .filter(part -> !part.isEmpty())
                .mapToLong(part -> part.length() > 18 ? Long.MAX_VALUE : Long.parseLong(part))
                .toArray();
    }

    /** Whether it is a task, or tasks, of an array, which srun knows by numbers of their own. */
    public boolean isOfArray() {
        return text.indexOf('_') >= 0;
    }

    /** Whether it is a task, or tasks, of that array. */
    public boolean isOfArray(JobId array) {
        return text.startsWith(array.text() + "_");
    }

    /** Whether it is one job that can run, and not what is left of an array. */
    public boolean isOne() {
        return text.indexOf('[') < 0;
    }

    /** As scancel(1) and scontrol(1) take it, which do not know how many of the tasks may run at once. */
    String withoutLimit() {
        return text.replaceFirst("%[0-9]{1,10}\\]$", "]");
    }

    /** Whether SLURM has left out some of the tasks in writing it, so that it cannot be given back to it. */
    boolean isShortened() {
        return text.contains("...");
    }

    /** The whole array, where it is a task, or tasks, of one; else itself. */
    public JobId whole() {
        return isOfArray() ? new JobId(array()) : this;
    }

    /** The array's own number, where it is a task, or tasks, of one. */
    String array() {
        return isOfArray() ? text.substring(0, text.indexOf('_')) : text;
    }

    /** Some of them in a sentence, in order. */
    public static String listed(Collection<JobId> jobs) {
        return jobs.stream()
                .map(JobId::text)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(LISTED)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}
