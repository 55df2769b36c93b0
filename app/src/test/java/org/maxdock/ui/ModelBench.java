package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Navigation;

/**
 * What page models stand on in tests: the test's own thread is the window's, so that no screen is needed. What was
 * asked in the background comes back when the test lets it: {@link #settle}.
 */
public final class ModelBench {

    private static final long LONGEST_SECONDS = 10;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Trouble> troubles = new ArrayList<>();
    private final Background background;
    private final Navigation navigation = new Navigation();
    private final Texts texts = new Texts(Locale.ENGLISH);

    public ModelBench() {
        background = new Background(queue::add, work -> {
            asked.incrementAndGet();
            Thread.startVirtualThread(() -> {
                try {
                    work.run();
                } finally {
                    queue.add(asked::decrementAndGet);
                }
            });
        });
        background.onTrouble(troubles::add);
    }

    public Background background() {
        return background;
    }

    public Navigation navigation() {
        return navigation;
    }

    public Texts texts() {
        return texts;
    }

    /** What was shown to the user as a trouble. */
    public List<Trouble> troubles() {
        return troubles;
    }

    /** Lets all that was asked in the background end, and takes its answers. */
    public void settle() {
        settleUntil(() -> asked.get() == 0 && queue.isEmpty());
    }

    /** Takes answers until something holds, for where a question is held back on purpose. */
    public void settleUntil(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            take();
        }
    }

    private void take() {
        try {
            Runnable next = queue.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("nothing came").isNotNull();
            next.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
