package org.maxdock.ui.terminals;

/** How a terminal's tab stands. */
public enum TerminalState {
    STARTING,
    RUNNING,
    /** The connection is gone, what ran in it is not: it comes back with the next one. */
    LOST,
    ATTACHING,
    ENDED,
    FAILED,
    CLOSED;

    /** Whether something runs in it, or is on its way. */
    boolean isOpen() {
        return this == STARTING || this == RUNNING || this == ATTACHING;
    }

    /** Whether it has ended, or never began. */
    boolean isOver() {
        return this == ENDED || this == FAILED;
    }
}
