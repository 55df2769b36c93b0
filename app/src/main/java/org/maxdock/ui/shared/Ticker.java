package org.maxdock.ui.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Does something on the window's thread again and again, as long as the program runs. A Timeline would do so too, but
 * as long as one plays, the whole window is looked at for what to draw sixty times a second.
 */
public final class Ticker {

    private final Executor later;
    private final Runnable tick;

    /** @param every how long it rests after each time; the first time is after such a rest, too */
    public Ticker(Duration every, Runnable tick) {
        this.later = CompletableFuture.delayedExecutor(every.toMillis(), TimeUnit.MILLISECONDS);
        this.tick = tick;
    }

    /** To be called once. */
    public void start() {
        later.execute(() -> Platform.runLater(() -> {
            try {
                tick.run();
            } finally {
                start();
            }
        }));
    }
}
