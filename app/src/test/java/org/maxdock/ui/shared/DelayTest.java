package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DelayTest {

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Delay delay = new Delay(Duration.ofMillis(20), window::add, done::incrementAndGet);

    private void onWindow() throws InterruptedException {
        Runnable next = window.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
    }

    @Test
    void howeverOftenItIsAskedForItIsDoneOnceAndThenAgain() throws Exception {
        delay.begin();
        delay.begin();
        onWindow();
        assertThat(done).hasValue(1);
        assertThat(window).isEmpty();
        delay.begin();
        onWindow();
        assertThat(done).hasValue(2);
    }

    @Test
    void whatIsStoppedIsNotDoneAlsoNotByTheNextOnesTime() throws Exception {
        delay.begin();
        delay.stop();
        delay.begin();
        onWindow();
        assertThat(done).as("the stopped one's moment").hasValue(0);
        onWindow();
        assertThat(done).hasValue(1);
    }
}
