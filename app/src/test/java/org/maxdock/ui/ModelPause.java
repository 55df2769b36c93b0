package org.maxdock.ui;

import java.util.concurrent.CountDownLatch;

/** Holds an operation back until the test lets it go on. */
public final class ModelPause {

    private final CountDownLatch latch = new CountDownLatch(1);

    public void await() {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public <T> T then(T answer) {
        await();
        return answer;
    }

    public void end() {
        latch.countDown();
    }
}
