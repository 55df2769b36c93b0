package org.maxdock.slurm;

/**
 * A job in the queue.
 *
 * @param state   in SLURM's words, such as RUNNING
 * @param where   its nodes, or in brackets the reason why it waits
 * @param used    and {@code limit}: time in SLURM's notation
 * @param comment as given at submission
 */
public record Job(String id, String name, String state, String partition, int nodes, String where, String used, String limit,
                  String comment) {

    public boolean running() {
        return state.equals("RUNNING");
    }

    public boolean waiting() {
        return state.equals("PENDING") || state.equals("CONFIGURING");
    }
}
