package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells all who want to know that a connection is lost, once, those who ask later at once. JSch tells nobody. */
final class LossWatch implements AutoCloseable {

    private static final int WATCH_MS = 200;

    private final BooleanSupplier connected;
    private final List<Runnable> actions = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ssh-watch").factory());
    private boolean lost;
    private boolean closed;

    LossWatch(BooleanSupplier connected) {
        this.connected = connected;
        var _ = clock.scheduleWithFixedDelay(this::look, WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    /** Runs it on a thread of its own when the connection is lost. */
    synchronized void add(Runnable action) {
        if (lost) {
            Thread.ofVirtual().start(action);
        } else if (!closed) {
            actions.add(action);
        }
    }

    private synchronized void look() {
        if (!connected.getAsBoolean() && !closed) {
            lost = true;
            clock.shutdown();
            actions.forEach(a -> Thread.ofVirtual().start(a));
            actions.clear();
        }
    }

    /** Nobody is told any more. */
    @Override
    public synchronized void close() {
        closed = true;
        clock.shutdown();
        actions.clear();
    }
}
