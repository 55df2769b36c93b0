package org.maxdock.launch;

/** Something of an earlier launch that is still there. */
public sealed interface Leftover {

    /** A terminal that lives on, and the launch in it. */
    record KeptTerminal(String mark) implements Leftover {}

    /** An allocation that no terminal holds. */
    record Allocation(String job, String name, String where, String mark) implements Leftover {}

    /**
     * A container whose job is gone.
     *
     * @param node empty for the workgroup server
     */
    record Container(String node, String id, String name, String launch) implements Leftover {}
}
