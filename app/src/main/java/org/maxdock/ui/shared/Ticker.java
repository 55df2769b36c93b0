package org.maxdock.ui.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Does something on the window's thread again and again, as long as it is needed. A Timeline would do so too, but as
 * long as one plays, the whole window is looked at for what to draw sixty times a second.
 */
public final class Ticker {

    private final Executor later;
    private final ObservableValue<Boolean> needed;
    private final Runnable tick;
    private boolean resting;

    /**
     * @param every how long it rests after each time; the first time is after such a rest, too
     * @param needed while it is not, nothing wakes the program; the last time is after that, so that it may be said
     */
    public Ticker(Duration every, ObservableValue<Boolean> needed, Runnable tick) {
        this.later = CompletableFuture.delayedExecutor(every.toMillis(), TimeUnit.MILLISECONDS);
        this.needed = needed;
        this.tick = tick;
    }

    /** Whether it is on a page that is looked at: those that are not are in no window. */
    public static ObservableValue<Boolean> inWindow(Node node) {
        return node.sceneProperty().map(scene -> true).orElse(false);
    }

    /** To be called once, on the window's thread. */
    public void start() {
        needed.addListener((o, was, is) -> rest());
        rest();
    }

    private void rest() {
        if (needed.getValue() && !resting) {
            resting = true;
            later.execute(() -> Platform.runLater(this::once));
        }
    }

    private void once() {
        resting = false;
        try {
            tick.run();
        } finally {
            rest();
        }
    }
}
