package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/**
 * Tells all who want to know that a connection is lost, once, those who ask later at once. JSch tells nobody, but its
 * threads are made here: when the one that reads from the server ends, so has the connection. Nothing is asked
 * meanwhile.
 */
final class LossWatch implements ThreadFactory, AutoCloseable {

    private final BooleanSupplier connected;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean lost;
    private boolean closed;

    LossWatch(BooleanSupplier connected) {
        this.connected = connected;
    }

    /** Watches a session from now on, which is to be connected next. */
    static void begin(Session session) {
        session.setThreadFactory(new LossWatch(session::isConnected));
    }

    /** That of a session which was watched before it was connected. */
    static LossWatch of(Session session) {
        return (LossWatch) session.getThreadFactory();
    }

    /** A thread of JSch's, after which it is looked whether the connection is still there. */
    @Override
    public Thread newThread(Runnable work) {
        return new Thread(() -> {
            try {
                work.run();
            } finally {
                look();
            }
        });
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
            actions.forEach(a -> Thread.ofVirtual().start(a));
            actions.clear();
        }
    }

    /** Nobody is told any more. */
    @Override
    public synchronized void close() {
        closed = true;
        actions.clear();
    }
}
