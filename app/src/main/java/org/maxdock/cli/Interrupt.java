package org.maxdock.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Cancellation;

/**
 * While it is open, Ctrl-C, or another signal that ends this program, cancels, and what was begun is undone before the
 * program is gone.
 */
final class Interrupt implements AutoCloseable {

    private static final int UNDO_SECONDS = 15;

    private final CountDownLatch undone = new CountDownLatch(1);
    private final Thread hook;

    Interrupt(Cancellation cancellation) {
        hook = new Thread(() -> {
            cancellation.cancel();
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!undone.await(UNDO_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Interrupt.class.getName()).log(System.Logger.Level.WARNING, "not undone in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether one came; from then on none will be heeded. */
    boolean came() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) { // the program is ending already
            System.getLogger(Interrupt.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
            return true;
        }
    }

    @Override
    public void close() {
        came();
        undone.countDown();
    }
}
