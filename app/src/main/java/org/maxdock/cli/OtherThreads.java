package org.maxdock.cli;

import java.util.Optional;

/**
 * While it is open, what nobody expected on a thread beside the command's own is told as it is told of that one
 * ({@link Unexpected}), and the command has not done what it was to do.
 */
final class OtherThreads implements Thread.UncaughtExceptionHandler, AutoCloseable {

    private final Unexpected unexpected;
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private volatile Optional<Integer> failed = Optional.empty();

    OtherThreads(Unexpected unexpected) {
        this.unexpected = unexpected;
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        failed = Optional.of(Exit.FAILED); // first: it may be that nothing more can be said
        unexpected.told(false, fault);
    }

    /** The status of a command that thinks it ends with this one. */
    int status(int status) {
        return status == Exit.DONE ? failed.orElse(status) : status;
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
