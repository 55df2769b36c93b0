package org.maxdock.slurm;

import java.util.Set;

/**
 * A job in the queue.
 *
 * @param number as SLURM_JOB_ID has it: a task of an array, such as 37_2, has one of its own (squeue(1), %A)
 * @param state in SLURM's words, such as RUNNING
 * @param where its nodes, or in brackets the reason why it waits
 * @param used and {@code limit}, {@code left}: time in SLURM's notation
 * @param comment as given at submission
 * @param start when it started, or when SLURM expects to start it, such as 2026-11-24T16:40:00; N/A where it does not
 *     say
 */
public record Job(
        JobId id,
        JobId number,
        String name,
        String state,
        String partition,
        int nodes,
        String where,
        String used,
        String limit,
        String comment,
        String user,
        String left,
        String start,
        long priority) {

    /** States of one that has not begun. */
    static final Set<String> WAITING = Set.of("PENDING", "CONFIGURING");

    public boolean running() {
        return state.equals("RUNNING");
    }

    public boolean waiting() {
        return WAITING.contains(state);
    }

    /** Whether it has nodes, or will get some: not one that is being cleared up. */
    public boolean hasOrAwaitsNodes() {
        return running() || waiting() || state.equals("SUSPENDED") || state.equals("STOPPED");
    }

    /** Whether it is the job of that name, which may be either of its numbers. */
    public boolean isKnownAs(JobId other) {
        return id.equals(other) || number.equals(other);
    }

    /** SLURM's word for why it waits (squeue(1), JOB REASON CODES), such as Resources; empty for one that does not. */
    public String reason() {
        return waiting() && where.startsWith("(") && where.endsWith(")") ? where.substring(1, where.length() - 1) : "";
    }
}
