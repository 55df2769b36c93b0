package org.maxdock.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Runs operations away from the window's thread, and brings their results and troubles back to it. Whatever an
 * operation throws becomes a trouble, and what nobody expected stands in the log too; so what waits for an answer
 * always gets one. To be used on the window's thread.
 */
public final class Background {

    private static final int KEPT = 50;
    private static final long PATIENCE_MILLIS = 1000;

    /** Something slow. */
    public interface Operation<T> {
        T run(Activity activity) throws Trouble;
    }

    /** The same, where there is nothing to bring back. */
    public interface Act {
        void run(Activity activity) throws Trouble;
    }

    /** What all places share. */
    private static final class Desk {
        private final ObservableList<Activity> running = FXCollections.observableArrayList();
        private final ObservableList<Activity> history = FXCollections.observableArrayList();
        private final List<Runnable> whenIdle = new ArrayList<>();
        private final Troubles troubles = new Troubles();
        private Consumer<Trouble> handler = trouble -> {};
        private int underWay;
    }

    private final Executor window;
    private final Executor workers;
    private final Desk desk;
    private final Optional<Place> place;

    /** @param window runs on the window's thread, in the order in which it was asked */
    public Background(Executor window) {
        this(window, work -> Thread.ofVirtual().name("work").start(work));
    }

    /** @param workers runs operations, each on a thread of its own */
    public Background(Executor window, Executor workers) {
        this(window, workers, new Desk(), Optional.empty());
    }

    private Background(Executor window, Executor workers, Desk desk, Optional<Place> place) {
        this.window = window;
        this.workers = workers;
        this.desk = desk;
        this.place = place;
    }

    /** The same, where troubles are told in a place until what is asked or done there goes well. */
    public Background at(Place told) {
        return new Background(window, workers, desk, Optional.of(told));
    }

    /** Those that stand in their places. */
    public Troubles troubles() {
        return desk.troubles;
    }

    /** What was wrong in this place is about something else than what is there now. */
    public void mended() {
        place.ifPresent(desk.troubles::mended);
    }

    /** Who is told of all troubles, also of those that stand in their place. */
    public void onTrouble(Consumer<Trouble> handler) {
        desk.handler = handler;
    }

    public ObservableList<Activity> running() {
        return desk.running;
    }

    /** What ended, latest first. */
    public ObservableList<Activity> history() {
        return desk.history;
    }

    /** The window's thread, for what is told from elsewhere. */
    public Executor window() {
        return window;
    }

    /** Runs an operation that the bar at the bottom shows; a trouble is shown to the user. */
    public <T> Activity run(String title, Operation<T> operation, Consumer<T> then) {
        return run(title, operation, then, this::trouble);
    }

    /** The same, with the trouble handed to the caller. */
    public <T> Activity run(String title, Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Activity activity = new Activity(title, window);
        mended();
        desk.running.add(activity);
        start(
                activity,
                operation,
                result -> {
                    ended(activity, Activity.State.DONE);
                    then.accept(result);
                },
                trouble -> {
                    boolean cancelled = trouble.kind() == TroubleKind.CANCELLED || activity.isCancelled();
                    ended(activity, cancelled ? Activity.State.CANCELLED : Activity.State.FAILED);
                    failed.accept(cancelled ? new Trouble(trouble, TroubleKind.CANCELLED) : trouble);
                });
        return activity;
    }

    /** Does something that the bar at the bottom shows; a trouble is shown to the user. */
    public Activity act(String title, Act act, Runnable then) {
        return run(title, nothing(act), done -> then.run());
    }

    /** Runs an operation that is too small to be shown: reading a folder, say. */
    public <T> Activity quietly(Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Activity activity = new Activity("", window);
        start(
                activity,
                operation,
                answer -> {
                    answered(desk);
                    then.accept(answer);
                },
                trouble -> telling(desk, () -> failed.accept(trouble)));
        return activity;
    }

    /** The same, for who says itself what its answers mend. */
    <T> Activity ask(Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Activity activity = new Activity("", window);
        start(activity, operation, then, failed);
        return activity;
    }

    /** Somebody who may have asked in vain in this place has an answer. */
    void answered(Object by) {
        place.ifPresent(p -> desk.troubles.answered(p, by));
    }

    /** What is told meanwhile, an answer to the same mends. */
    void telling(Object by, Runnable telling) {
        desk.troubles.tellAs(by, telling);
    }

    /** Does something too small to be shown; a trouble is shown to the user. */
    public Activity quietly(Act act, Runnable then) {
        return quietly(nothing(act), done -> then.run(), this::trouble);
    }

    private static Operation<Boolean> nothing(Act act) {
        return activity -> {
            act.run(activity);
            return true;
        };
    }

    /** Asks for what is only good to know: where it cannot be had, what is shown stays as it is. */
    public <T> Activity glance(Operation<T> operation, Consumer<T> then) {
        return ask(
                operation,
                then,
                trouble -> System.getLogger(Background.class.getName())
                        .log(System.Logger.Level.DEBUG, "asked in vain", trouble));
    }

    /** Does something when nothing is under way any more, at the latest after a second: others go before it. */
    public void whenIdle(Runnable act) {
        desk.whenIdle.add(act);
        window.execute(this::idle);
        CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, window)
                .execute(() -> {
                    if (desk.whenIdle.remove(act)) {
                        act.run();
                    }
                });
    }

    private void idle() {
        if (desk.underWay == 0) {
            List<Runnable> now = List.copyOf(desk.whenIdle);
            desk.whenIdle.clear();
            now.forEach(Runnable::run);
        }
    }

    private <T> void start(Activity activity, Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        desk.underWay++;
        workers.execute(() -> {
            Runnable answer;
            try {
                T result = operation.run(activity);
                answer = () -> then.accept(result);
            } catch (Trouble e) {
                answer = () -> failed.accept(e);
            } catch (InvalidValue e) {
                answer = () -> failed.accept(e.trouble());
            } catch (Throwable e) { // a StackOverflowError or OutOfMemoryError too: somebody waits for an end
                Trouble trouble = unexpected(activity.title(), e);
                answer = () -> failed.accept(trouble);
            }
            Runnable told = answer;
            window.execute(() -> {
                desk.underWay--;
                told.run();
                idle();
            });
        });
    }

    private void ended(Activity activity, Activity.State how) {
        activity.end(how);
        desk.running.remove(activity);
        desk.history.addFirst(activity);
        if (desk.history.size() > KEPT) {
            desk.history.removeLast();
        }
    }

    private static Trouble unexpected(String when, Throwable e) {
        System.getLogger(Background.class.getName()).log(System.Logger.Level.ERROR, when, e);
        return new Trouble(e, TroubleKind.UNEXPECTED, e);
    }

    /** Shows what went wrong in the window itself, at a click or while it was drawn; nobody else would say it. */
    public void wrong(Throwable e) {
        Trouble unexpected = unexpected("in the window", e);
        trouble(e instanceof InvalidValue invalid ? invalid.trouble() : unexpected);
    }

    /** Shows a trouble that came from somewhere else, on whichever thread. */
    public void alarm(Trouble trouble) {
        window.execute(() -> trouble(trouble));
    }

    /** Tells a trouble, in this place. */
    public void trouble(Trouble trouble) {
        if (!trouble.kind().isAlarm()) { // an alarm stays above all pages
            place.ifPresent(p -> desk.troubles.tell(p, trouble));
        }
        desk.handler.accept(trouble);
    }
}
