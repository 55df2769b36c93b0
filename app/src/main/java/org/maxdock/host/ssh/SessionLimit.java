package org.maxdock.host.ssh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * How many sessions of one connection are in use. A server allows only so many at a time (sshd_config(5), MaxSessions);
 * how many, its refusals tell. Then short ones wait for their turn, and neither they nor those that stay, such as
 * terminals, ever take all: one is kept for the other kind.
 */
final class SessionLimit {

    /** What OpenSSH allows where nothing else is set. */
    static final int USUAL = 10;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_RETRY_NANOS = Duration.ofSeconds(16).toNanos();

    /** How long what is closed here may take to end at the server, which counts it until then. */
    static final long LONGEST_END_NANOS = Duration.ofSeconds(15).toNanos();

    enum Use {
        /** It ends soon, and waits for others that do; not for those that stay. */
        SHORT,
        /** The same where there is nowhere else to go: it waits for any. */
        SHORT_AND_PATIENT,
        /** It stays, as a terminal does. */
        KEPT
    }

    private final String host;
    private final Deque<Object> shortOnes = new ArrayDeque<>();
    private final Deque<Object> keptOnes = new ArrayDeque<>();
    private int shorts;
    private int kept;
    private final Deque<Long> abandoned = new ArrayDeque<>();
    private final AtomicInteger limit;
    private long usedAt = System.nanoTime();
    private long refusedAt;
    private long retryNanos = RETRY_NANOS;

    /** Of a server of which nothing is known yet. */
    SessionLimit(String host) {
        this(host, new AtomicInteger(Integer.MAX_VALUE));
    }

    private SessionLimit(String host, AtomicInteger limit) {
        this.host = host;
        this.limit = limit;
    }

    /** The same of another connection to the same server: what one learns both know. */
    SessionLimit ofAnother() {
        return new SessionLimit(host, limit);
    }

    /** One session that is in use, or about to be opened. */
    final class Ticket {
        private final Use use;
        private boolean held = true;

        private Ticket(Use use) {
            this.use = use;
        }

        /** It has ended. */
        void release() {
            synchronized (SessionLimit.this) {
                if (held) {
                    held = false;
                    retryNanos = RETRY_NANOS;
                    count(use, -1);
                    SessionLimit.this.notifyAll();
                }
            }
        }

        /** It was closed here, but may not have ended there. */
        void abandon() {
            synchronized (SessionLimit.this) {
                if (held) {
                    abandoned.addLast(System.nanoTime());
                }
                release();
            }
        }

        /** The server has refused to open it. Where none is winding down, this tells how many it allows. */
        void refused() {
            synchronized (SessionLimit.this) {
                long longer = Math.min(2 * retryNanos, LONGEST_RETRY_NANOS);
                release();
                retryNanos = longer;
                refusedAt = System.nanoTime();
                abandoned.removeIf(at -> refusedAt - at > LONGEST_END_NANOS);
                if (abandoned.isEmpty()) {
                    limit.set(Math.max(1, shorts + kept));
                }
            }
        }
    }

    private void count(Use use, int more) {
        usedAt = System.nanoTime();
        if (use == Use.KEPT) {
            kept += more;
        } else {
            shorts += more;
        }
    }

    /** How many sessions there can be at a time, as far as is known. */
    synchronized int known() {
        return Math.min(limit.get(), USUAL);
    }

    synchronized boolean isKnown() {
        return limit.get() < Integer.MAX_VALUE;
    }

    /** Whether one more may stay without taking what is kept for short ones. */
    synchronized boolean hasRoomToKeep() {
        return kept < Math.max(1, known() - 1);
    }

    /** Whether those that stay leave none for short ones. */
    synchronized boolean isTaken() {
        return kept >= limit.get();
    }

    synchronized boolean isIdle() {
        return shorts + kept == 0;
    }

    /** Whether nothing has used it for so long. */
    synchronized boolean isIdleFor(Duration time) {
        return isIdle() && System.nanoTime() - usedAt > time.toNanos();
    }

    /** It is about to be used. */
    synchronized void touch() {
        usedAt = System.nanoTime();
    }

    /**
     * Waits until it is one's turn.
     *
     * @param until nanoseconds of the system's clock, of {@link #untilLongestWait}
     * @throws Trouble when cancelled, or when nothing ended for long; TOO_MANY_SESSIONS at once where a short one would
     *     wait for those that stay
     */
    Ticket take(Use use, Cancellation cancellation, long until) throws Trouble {
        cancellation.onCancel(this::wake);
        Object waiting = new Object();
        synchronized (this) {
            Deque<Object> queue = use == Use.KEPT ? keptOnes : shortOnes;
            queue.addLast(waiting);
            try {
                while (queue.peekFirst() != waiting || !mayBegin(use)) {
                    if (use == Use.SHORT && isKnown() && isTaken()) {
                        throw new Trouble(TroubleKind.TOO_MANY_SESSIONS, host, limit.get());
                    }
                    await(until, cancellation);
                }
                count(use, 1);
                return new Ticket(use);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble(e, TroubleKind.CANCELLED);
            } finally {
                queue.remove(waiting);
                notifyAll();
            }
        }
    }

    /** Until when it is waited for one that is asked for now, however often the server refuses it meanwhile. */
    static long untilLongestWait() {
        return System.nanoTime() + LONGEST_WAIT.toNanos();
    }

    private void await(long until, Cancellation cancellation) throws Trouble, InterruptedException {
        if (cancellation.isCancelled()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw new Trouble(TroubleKind.TOO_MANY_SESSIONS, host, limit.get());
        }
        wait(Math.clamp(left / 1_000_000, 1, RETRY_NANOS / 4_000_000));
    }

    private boolean mayBegin(Use use) {
        long since = System.nanoTime() - refusedAt;
        if (isKnown() && shorts + kept >= limit.get() && since > retryNanos) { // it may have been another reason
            limit.incrementAndGet();
            refusedAt = System.nanoTime();
        }
        boolean waitsForAnEnd = refusedAt != 0 && !abandoned.isEmpty() && since < RETRY_NANOS / 4;
        boolean leavesOne = use == Use.KEPT || limit.get() <= 2 || shorts < limit.get() - 1;
        return !waitsForAnEnd && shorts + kept < limit.get() && leavesOne;
    }

    private synchronized void wake() {
        notifyAll();
    }
}
