package org.maxdock.ui.shared;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maxdock.text.Trouble;

/**
 * A question that takes time, such as what is on the server now. It carries what it is about; its answer is dropped
 * when that is no longer what is there, or when it was asked again meanwhile, which cancels it. So there is one of a
 * kind at a time. On the window's thread.
 *
 * @param <A> what it is about: a connection, a project, a draft, or several of them in a record
 */
public final class Question<A> {

    private final Background background;
    private final Supplier<A> now;
    private Activity asking;

    /** @param now what is there now; asked when the question is asked and when its answer has come */
    public Question(Background background, Supplier<A> now) {
        this.background = background;
        this.now = now;
    }

    /** Something slow that is about something. */
    public interface About<A, T> {
        T ask(A about, Activity activity) throws Trouble;
    }

    /** Asks; a trouble is shown to the user. */
    public <T> void ask(About<A, T> operation, Consumer<T> then) {
        ask(operation, then, background::trouble);
    }

    /** Asks, in the place of the same question that still waits for its answer. */
    public <T> void ask(About<A, T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        if (asking != null) {
            asking.cancel();
        }
        A about = now.get();
        Activity[] mine = new Activity[1];
        mine[0] = background.ask(
                activity -> operation.ask(about, activity),
                answer -> {
                    if (counts(mine[0], about)) {
                        background.answered(this);
                        then.accept(answer);
                    }
                },
                trouble -> {
                    if (counts(mine[0], about)) {
                        background.telling(this, () -> failed.accept(trouble));
                    }
                });
        asking = mine[0];
    }

    /** Asks only where nobody waits for an answer already: for what is looked at again and again. */
    public <T> void askUnlessAsking(About<A, T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        if (asking == null) {
            ask(operation, then, failed);
        }
    }

    /** What was asked is wanted no more. */
    public void drop() {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    public boolean isAsking() {
        return asking != null;
    }

    /** Also of one that does not count nobody waits any more: the next look is to be a question again. */
    private boolean counts(Activity which, A about) {
        if (which != asking) {
            return false;
        }
        asking = null;
        return Objects.equals(about, now.get());
    }
}
