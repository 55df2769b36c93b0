package org.maxdock.ui.jobs;

/** What can be done with jobs. */
enum JobAction {
    SHELL("maxdock shell JOB"),
    OUTPUT("maxdock output JOB"),
    EXTEND("maxdock extend JOB TIME"),
    REQUEUE("maxdock requeue JOB"),
    AGAIN("maxdock launch --again --of-job JOB"),
    CANCEL("maxdock cancel JOB");

    private final String command;

    JobAction(String command) {
        this.command = command;
    }

    /** The key of its caption. */
    String key() {
        return "ui.jobs." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The command line that does the same. */
    String command() {
        return command;
    }
}
