package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;

/** Whatever an operation does, who waits for it gets an end, and one answer. */
class BackgroundTest {

    private final ModelBench bench = new ModelBench();
    private final List<Object> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                OutOfMemoryError.class,
                AssertionError.class,
                IllegalStateException.class
            })
    void whateverIsThrownIsATrouble(Class<? extends Throwable> kind) throws Exception {
        Throwable thrown = kind.getConstructor().newInstance();
        bench.background().run("work", a -> throwIt(thrown), told::add);
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.UNEXPECTED);
        assertThat(bench.troubles().getFirst()).hasCause(thrown);
        assertThat(bench.background().running()).isEmpty();
        assertThat(bench.background().history())
                .extracting(a -> a.stateProperty().get())
                .containsExactly(Activity.State.FAILED);
        assertThat(told).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> String throwIt(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void cancellingDoesNotWaitForWhatIsToBeEnded() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        Activity activity = bench.background()
                .run(
                        "work",
                        a -> {
                            a.cancellation()
                                    .onCancel(() -> awaitQuietly(never)); // a stream that takes its time to close
                            awaitQuietly(ends);
                            return "done";
                        },
                        told::add);
        activity.cancel();
        assertThat(bench.background().running()).containsExactly(activity);
        ends.countDown();
        never.countDown();
        bench.settle();
        assertThat(bench.background().running()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasCancelledIsToldAsThat() {
        CountDownLatch begun = new CountDownLatch(1);
        Activity activity = bench.background()
                .run(
                        "work",
                        a -> {
                            a.cancellation().onCancel(begun::countDown);
                            awaitQuietly(begun);
                            throw new Trouble(TroubleKind.CONNECTION_LOST, "x");
                        },
                        told::add);
        activity.cancel();
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.CANCELLED);
        assertThat(activity.stateProperty().get()).isEqualTo(Activity.State.CANCELLED);
    }

    @Test
    void whatIsOnlyGoodToKnowWaitsForWhatIsUnderWay() {
        CountDownLatch ends = new CountDownLatch(1);
        Runnable act = () -> told.add("looked around");
        bench.background().whenIdle(act);
        bench.background().quietly(a -> waitingFor(ends), told::add, told::add);
        bench.background().whenIdle(act);
        ends.countDown();
        bench.settle();
        assertThat(told).containsExactly("answered", "looked around", "looked around");
    }

    @Test
    void butForNothingThatLasts() {
        CountDownLatch never = new CountDownLatch(1);
        bench.background().quietly(a -> waitingFor(never), told::add, told::add);
        bench.background().whenIdle(() -> told.add("looked around"));
        bench.settleUntil(() -> told.contains("looked around"));
        never.countDown();
        bench.settle();
        assertThat(told).containsExactly("looked around", "answered");
    }

    private static String waitingFor(CountDownLatch latch) {
        awaitQuietly(latch);
        return "answered";
    }
}
