package org.maxdock.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mockito.stubbing.Answer;

/** An answer of a stand-in that comes only when the test lets it. */
public final class Held {

    private static final long LONGEST_SECONDS = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    public <T> Answer<T> answer(T value) {
        return call -> {
            asked.countDown();
            await(held);
            return value;
        };
    }

    /** Waits until somebody has asked. */
    public void awaitAsked() {
        await(asked);
    }

    public void release() {
        held.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
