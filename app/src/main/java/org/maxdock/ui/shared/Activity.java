package org.maxdock.ui.shared;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.host.Cancellation;

/**
 * A piece of work in the background: its title, how far it is, how it ended, and how to cancel it. Properties change on
 * the window's thread.
 */
public final class Activity {

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String title;
    private final Executor window;
    private final Instant started = Instant.now();
    private final Cancellation cancellation = new Cancellation();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicReference<Double> latest = new AtomicReference<>();

    Activity(String title, Executor window) {
        this.title = title;
        this.window = window;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    /** For the operation: what it waits for is to be ended by this. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Cancels; never waits, since what is to be ended may be a stream that takes its time to close. */
    public void cancel() {
        Thread.ofVirtual().name("cancel: " + title).start(cancellation::cancel);
    }

    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    /** Done in part; below 0 for unknown. May be called from any thread. */
    public void progress(long current, long total) {
        if (latest.getAndSet(total <= 0 ? -1.0 : (double) current / total) == null) { // else it is on its way
            window.execute(() -> progress.set(latest.getAndSet(null)));
        }
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void end(State how) {
        state.set(how);
    }
}
