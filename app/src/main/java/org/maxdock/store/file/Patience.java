package org.maxdock.store.file;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long to wait for a lock: as long as it goes from one to the next, since each has it for a moment only; not for
 * one that keeps it.
 */
final class Patience {

    private static final int TURNS = 10;

    private final Duration limit;
    private final long start = System.nanoTime();
    private long since = start;
    private String seen = "";

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** @param holder a text that differs for each time that somebody takes the lock; empty for nobody */
    boolean isOver(Supplier<String> holder) {
        long now = System.nanoTime();
        if (now - start > TURNS * limit.toNanos()) {
            return true;
        }
        if (now - since < limit.toNanos() && !seen.isEmpty()) {
            return false;
        }
        String holds = holder.get();
        if (!holds.equals(seen)) {
            seen = holds;
            since = now;
            return false;
        }
        return now - since >= limit.toNanos();
    }
}
