package org.maxdock.ui;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.ui.shared.Background;

/**
 * Tells the user what went wrong where nobody waited for an answer: on the window's own thread, at a click or while it
 * was drawn, and on any thread beside. What goes wrong in each picture that is drawn is told once in a while.
 */
final class FaultsTold implements Thread.UncaughtExceptionHandler {

    private static final long SELDOM_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int WHERE = 3;

    private final Background background;
    /** Who was told so far, and is told too: of a command's exit status, say. */
    private final Optional<Thread.UncaughtExceptionHandler> before =
            Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());

    private String last = "";
    private long toldAt;

    FaultsTold(Background background) {
        this.background = background;
    }

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable fault) {
        String which = fault.getClass() + " "
                + Arrays.stream(fault.getStackTrace()).limit(WHERE).toList();
        long now = System.nanoTime();
        if (!which.equals(last) || now - toldAt > SELDOM_NANOS) {
            last = which;
            toldAt = now;
            background.window().execute(() -> background.wrong(fault)); // what is under way now goes on first
        }
        before.ifPresent(other -> other.uncaughtException(thread, fault));
    }
}
