package org.maxdock.bench;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** JavaFX, which one program starts once. */
final class FxStart {

    private FxStart() {}

    static void once() throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        try {
            Platform.startup(there::countDown);
        } catch (IllegalStateException e) { // it was started for an earlier row
            there.countDown();
        }
        Platform.setImplicitExit(false);
        there.await();
    }
}
