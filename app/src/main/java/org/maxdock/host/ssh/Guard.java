package org.maxdock.host.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The making of one connection: how long it may take, what it holds open, and that it ends at once when it is
 * cancelled, wherever it stands. What it waits for may then go on a while, unseen.
 */
final class Guard {

    /** What is done under guard. */
    interface Work<T extends AutoCloseable> {
        T run() throws Trouble;
    }

    /** How long a question to the user may stand open. */
    private static final Duration QUESTION = Duration.ofMinutes(15);

    private final Cancellation cancellation;
    private final List<AutoCloseable> held = new ArrayList<>();
    private Duration limit = QUESTION;
    private Supplier<Trouble> late = () -> new Trouble(TroubleKind.CANCELLED);
    private Consumer<Trouble> stop = why -> {};
    private long clock;
    private Trouble ended;
    private boolean done;

    Guard(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Does the work on a thread of its own; when it is ended before, that thread is interrupted. It may read from a
     * process, which would keep a virtual thread's carrier.
     */
    <T extends AutoCloseable> T run(Work<T> work) throws Trouble {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().daemon().name("ssh: connecting").unstarted(() -> {
            try {
                T made = work.run();
                done();
                if (!result.complete(made)) {
                    close(made);
                }
            } catch (Trouble e) {
                result.completeExceptionally(end(e));
            } catch (RuntimeException | Error e) {
                end(new Trouble(e, TroubleKind.UNEXPECTED, e));
                result.completeExceptionally(e);
            }
        });
        synchronized (this) {
            stop = why -> {
                result.completeExceptionally(why);
                worker.interrupt();
            };
        }
        cancellation.onCancel(this::turnBack);
        worker.start();
        try {
            return result.get();
        } catch (InterruptedException e) {
            turnBack();
            if (!result.completeExceptionally(e) && !result.isCompletedExceptionally()) {
                close(result.join());
            }
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Something to close when the connecting ends before it is done; at once where it has ended. */
    void hold(AutoCloseable what) {
        synchronized (this) {
            if (ended == null) {
                held.add(what);
                return;
            }
        }
        close(what);
    }

    /**
     * From now on, the next step may take so long.
     *
     * @param whenLate what is told when it takes longer
     */
    synchronized void allow(Duration time, Supplier<Trouble> whenLate) {
        limit = time;
        late = whenLate;
        long mine = ++clock;
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> expire(mine));
    }

    /** Asks the user, whose time does not count against the server. */
    <T> T asking(Supplier<T> question) {
        Duration before;
        Supplier<Trouble> whenLate;
        synchronized (this) {
            before = limit;
            whenLate = late;
        }
        allow(QUESTION, () -> new Trouble(TroubleKind.CANCELLED));
        try {
            return question.get();
        } finally {
            allow(before, whenLate);
        }
    }

    /** The user does not want to go on. */
    void turnBack() {
        end(new Trouble(TroubleKind.CANCELLED));
    }

    private void expire(long which) {
        Supplier<Trouble> why;
        synchronized (this) {
            if (which != clock || done || ended != null) {
                return;
            }
            why = late;
        }
        end(why.get());
    }

    private synchronized void done() throws Trouble {
        if (ended != null) {
            throw ended;
        }
        done = true;
        clock++;
        held.clear();
    }

    /** Ends it, for the first reason that there is, which it returns. */
    private Trouble end(Trouble why) {
        List<AutoCloseable> toClose;
        synchronized (this) {
            if (done) {
                return why;
            }
            if (ended == null) {
                ended = why;
            }
            toClose = new ArrayList<>(held);
            held.clear();
        }
        stop.accept(ended);
        Thread.ofVirtual().name("ssh: closing").start(() -> toClose.reversed().forEach(Guard::close));
        return ended;
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            System.getLogger(Guard.class.getName()).log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }
}
