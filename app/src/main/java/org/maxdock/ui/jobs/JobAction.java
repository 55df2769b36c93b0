package org.maxdock.ui.jobs;

/** What can be done with jobs. */
enum JobAction {
    SHELL,
    OUTPUT,
    EXTEND,
    REQUEUE,
    AGAIN,
    CANCEL;

    /** The key of its caption. */
    String key() {
        return "ui.jobs." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
