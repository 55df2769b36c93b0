package org.maxdock.operation;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that does one thing after the other, in the order in which it was given them. It is there while there is
 * something to do, and the program does not end by itself before that is done.
 */
final class EditQueue {

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "project writer"));

    EditQueue() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Whether it was taken: it is not after the queue was closed. */
    boolean submit(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    boolean isClosed() {
        return thread.isShutdown();
    }

    /** Takes nothing more; whether all was done within the limit. What was not is still being done. */
    boolean close(Duration limit) {
        thread.shutdown();
        try {
            return thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
