package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

@Timeout(30)
class SpareConnectionsTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    private SpareConnections failing(TroubleKind why) {
        return new SpareConnections(
                cancellation -> {
                    tries.incrementAndGet();
                    throw new Trouble(why, "it");
                },
                session -> null);
    }

    /** Sites count failed logins, and lock accounts. */
    @Test
    void whoIsNotLetInIsNotTriedAgain() throws Exception {
        for (TroubleKind why : new TroubleKind[] {TroubleKind.AUTH_FAILED, TroubleKind.HOST_UNREACHABLE}) {
            tries.set(0);
            try (SpareConnections spare = failing(why)) {
                for (int i = 0; i < 5; i++) {
                    assertThat(spare.withRoom(new Cancellation())).isEmpty();
                }
            }
            assertThat(tries).hasValue(1);
        }
    }

    private SpareConnections silent() {
        return new SpareConnections(
                cancellation -> {
                    CountDownLatch cancelled = new CountDownLatch(1);
                    cancellation.onCancel(cancelled::countDown);
                    begun.countDown();
                    try {
                        cancelled.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new Trouble(TroubleKind.CANCELLED);
                },
                session -> null);
    }

    private void ends(BiConsumer<SpareConnections, Cancellation> how) throws Exception {
        SpareConnections spare = silent();
        Cancellation cancellation = new Cancellation();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> spare.withRoom(new Cancellation()));
            begun.await();
            Future<?> second = threads.submit(() -> spare.withRoom(cancellation));
            how.accept(spare, cancellation);
            isCancelled(second);
            spare.close();
            isCancelled(first);
        }
    }

    private static void isCancelled(Future<?> waiting) {
        ExecutionException ended =
                catchThrowableOfType(ExecutionException.class, () -> waiting.get(5, TimeUnit.SECONDS));
        assertThat(ended.getCause())
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.CANCELLED));
    }

    @Test
    void closingEndsWhatIsBeingOpenedAndWhoWaitsForIt() throws Exception {
        ends((spare, cancellation) -> spare.close());
    }

    @Test
    void whoWaitsCanTurnBack() throws Exception {
        ends((spare, cancellation) -> cancellation.cancel());
    }
}
