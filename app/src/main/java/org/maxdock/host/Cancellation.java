package org.maxdock.host;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets one thread stop what another waits for. What is to be stopped registers how; cancelling twice does nothing more.
 */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Runs the action when cancelled, at once if that has already happened. */
    public void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    public void cancel() {
        List<Runnable> now;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = List.copyOf(actions);
        }
        now.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }
}
