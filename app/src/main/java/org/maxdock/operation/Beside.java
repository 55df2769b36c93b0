package org.maxdock.operation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A question that is asked beside others, so that its way to a server and back takes no time of its own. */
final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(Question<T> question) {
        task = new FutureTask<>(question::ask);
    }

    /** What takes a way to a server and back. */
    interface Question<T> {
        T ask() throws Trouble;
    }

    static <T> Beside<T> ask(Question<T> question) {
        Beside<T> beside = new Beside<>(question);
        Thread.ofVirtual().name("beside").start(beside.task);
        return beside;
    }

    /** Waits for it; an interruption ends the wait as a cancellation does. */
    T answer() throws Trouble {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }
}
