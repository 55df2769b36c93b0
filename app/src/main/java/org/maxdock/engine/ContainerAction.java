package org.maxdock.engine;

import java.util.Locale;

/** What can be done to a container as a whole; the words are those of docker(1). */
public enum ContainerAction {
    START,
    STOP,
    RESTART,
    KILL,
    PAUSE,
    UNPAUSE,
    REMOVE;

    /** The command of docker(1). */
    public String word() {
        return this == REMOVE ? "rm" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes sense for a container in this state. */
    public boolean fits(ContainerSummary container) {
        return switch (this) {
            case START -> !container.isRunning() && !container.isPaused();
            case STOP, RESTART, KILL -> container.isRunning() || container.isPaused();
            case PAUSE -> container.isRunning();
            case UNPAUSE -> container.isPaused();
            case REMOVE -> true;
        };
    }
}
