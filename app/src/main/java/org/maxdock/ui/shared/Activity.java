package org.maxdock.ui.shared;

import java.time.Instant;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.host.Cancellation;

/**
 * A piece of work in the background: its title, how far it is, how it ended, and how to cancel it. Properties change on
 * the FX thread.
 */
public final class Activity {

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String title;
    private final Instant started = Instant.now();
    private final Cancellation cancellation = new Cancellation();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);

    Activity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /** Done in part; below 0 for unknown. May be called from any thread. */
    public void progress(long current, long total) {
        Platform.runLater(() -> progress.set(total <= 0 ? -1 : (double) current / total));
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
