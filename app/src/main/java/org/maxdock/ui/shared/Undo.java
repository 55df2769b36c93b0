package org.maxdock.ui.shared;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What was taken away and can be had back, the latest first, as long as its project is open. On the window's thread.
 */
public final class Undo {

    private static final int MOST = 20;

    /**
     * Something that was done.
     *
     * @param what it was, in words
     * @param back makes it undone
     */
    public record Act(String what, Runnable back) {}

    private final Deque<Act> acts = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Act>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Undo(ProjectModel project) {
        project.projectProperty().addListener((o, was, is) -> {
            acts.clear();
            latest.set(Optional.empty());
        });
    }

    /** What {@link #undo} would undo; empty for nothing. */
    public ReadOnlyObjectProperty<Optional<Act>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /**
     * Something is done that can be undone.
     *
     * @param what in words
     * @param back makes it undone
     * @return what is offered, to be withdrawn
     */
    public Act offer(String what, Runnable back) {
        Act act = new Act(what, back);
        acts.push(act);
        if (acts.size() > MOST) {
            acts.removeLast();
        }
        latest.set(Optional.ofNullable(acts.peek()));
        return act;
    }

    /** What they were done to is no longer there: they are offered no more. */
    public void withdraw(Collection<Act> gone) {
        acts.removeAll(gone);
        latest.set(Optional.ofNullable(acts.peek()));
    }

    /** Undoes the latest act; nothing where there is none. */
    public void undo() {
        Optional<Act> act = Optional.ofNullable(acts.poll());
        latest.set(Optional.ofNullable(acts.peek()));
        act.ifPresent(one -> one.back().run());
    }
}
