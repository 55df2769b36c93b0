package org.maxdock.ui.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Does something a while after it was asked for, once however often it was asked for meanwhile. To be used on the
 * window's thread, where it is done, too. A PauseTransition would keep the window drawing all that while.
 */
final class Delay {

    private final Executor later;
    private final Executor window;
    private final Runnable act;
    private long last;
    private boolean waits;

    /** @param window runs on the window's thread */
    Delay(Duration time, Executor window, Runnable act) {
        this.later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        this.window = window;
        this.act = act;
    }

    /** Starts to wait; where it waits already, it goes on with that. */
    void begin() {
        if (waits) {
            return;
        }
        waits = true;
        long mine = ++last;
        later.execute(() -> window.execute(() -> end(mine)));
    }

    private void end(long mine) {
        if (waits && mine == last) {
            waits = false;
            act.run();
        }
    }

    /** It is no longer asked for. */
    void stop() {
        waits = false;
    }
}
