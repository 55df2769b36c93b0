package org.maxdock.ui.shared;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Runs operations away from the FX thread, and brings their results and troubles back to it. */
public final class Background {

    private static final int KEPT = 50;

    /** Something slow. */
    public interface Operation<T> {
        T run(Activity activity) throws Trouble;
    }

    private final ObservableList<Activity> running = FXCollections.observableArrayList();
    private final ObservableList<Activity> history = FXCollections.observableArrayList();
    private Consumer<Trouble> troubles = trouble -> {};

    /** Where troubles go that nobody else takes. */
    public void onTrouble(Consumer<Trouble> handler) {
        troubles = handler;
    }

    public ObservableList<Activity> running() {
        return running;
    }

    /** What ended, latest first. */
    public ObservableList<Activity> history() {
        return history;
    }

    /** Runs an operation that the bar at the bottom shows; a trouble is shown to the user. */
    public <T> Activity run(String title, Operation<T> operation, Consumer<T> then) {
        return run(title, operation, then, troubles);
    }

    /** The same, with the trouble handed to the caller. */
    public <T> Activity run(String title, Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Activity activity = new Activity(title);
        running.add(activity);
        start(
                activity,
                operation,
                result -> {
                    ended(activity, Activity.State.DONE);
                    then.accept(result);
                },
                trouble -> {
                    boolean cancelled = trouble.kind() == TroubleKind.CANCELLED
                            || activity.cancellation().isCancelled();
                    ended(activity, cancelled ? Activity.State.CANCELLED : Activity.State.FAILED);
                    failed.accept(cancelled ? new Trouble(trouble, TroubleKind.CANCELLED) : trouble);
                });
        return activity;
    }

    /** Runs an operation that is too small to be shown: reading a folder, say. */
    public <T> void quietly(Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        start(new Activity(""), operation, then, failed);
    }

    /** Asks for what is only good to know: where it cannot be had, what is shown stays as it is. */
    public <T> void glance(Operation<T> operation, Consumer<T> then) {
        quietly(
                operation,
                then,
                trouble -> System.getLogger(Background.class.getName())
                        .log(System.Logger.Level.DEBUG, "asked in vain", trouble));
    }

    private <T> void start(Activity activity, Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Thread.ofVirtual().name("work: " + activity.title()).start(() -> {
            try {
                T result = operation.run(activity);
                Platform.runLater(() -> then.accept(result));
            } catch (Trouble e) {
                Platform.runLater(() -> failed.accept(e));
            } catch (InvalidValue e) {
                Platform.runLater(() -> failed.accept(e.trouble()));
            } catch (RuntimeException e) {
                System.getLogger(Background.class.getName()).log(System.Logger.Level.ERROR, activity.title(), e);
                Platform.runLater(() -> failed.accept(new Trouble(e, TroubleKind.UNEXPECTED, e)));
            }
        });
    }

    private void ended(Activity activity, Activity.State how) {
        activity.end(how);
        running.remove(activity);
        history.addFirst(activity);
        if (history.size() > KEPT) {
            history.removeLast();
        }
    }

    /** Shows a trouble that came from somewhere else. */
    public void trouble(Trouble trouble) {
        troubles.accept(trouble);
    }
}
