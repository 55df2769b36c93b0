package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;

/** An answer counts only for what it was asked about. */
class QuestionTest {

    private final ModelBench bench = new ModelBench();
    private final List<Object> told = new ArrayList<>();
    private String now = "one";
    private final Question<String> question = new Question<>(bench.background(), () -> now);

    private static String after(CountDownLatch latch, String answer) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    @Test
    void anAnswerIsShown() {
        question.ask((about, a) -> "about " + about, told::add);
        bench.settle();
        assertThat(told).containsExactly("about one");
        assertThat(question.isAsking()).isFalse();
    }

    @Test
    void anAnswerAboutWhatIsGoneIsDropped() {
        CountDownLatch held = new CountDownLatch(1);
        question.ask((about, a) -> after(held, about), told::add);
        now = "two";
        held.countDown();
        bench.settle();
        assertThat(told).isEmpty();
    }

    @Test
    void afterAnAnswerAboutWhatIsGoneAPollAsksAgain() {
        CountDownLatch held = new CountDownLatch(1);
        question.ask((about, a) -> after(held, about), told::add);
        now = "two";
        held.countDown();
        bench.settle();
        assertThat(question.isAsking()).isFalse();
        question.askUnlessAsking((about, a) -> "about " + about, told::add, trouble -> {});
        bench.settle();
        assertThat(told).containsExactly("about two");
    }

    @Test
    void aTroubleAboutWhatIsGoneIsDroppedToo() {
        CountDownLatch held = new CountDownLatch(1);
        question.ask(
                (about, a) -> {
                    after(held, about);
                    throw new Trouble(TroubleKind.NO_ENGINE, "x", "y");
                },
                told::add);
        now = "two";
        held.countDown();
        bench.settle();
        assertThat(bench.troubles()).isEmpty();
    }

    @Test
    void theLaterOfTwoCountsWhicheverAnswersFirst() {
        CountDownLatch first = new CountDownLatch(1);
        question.ask((about, a) -> after(first, "older"), told::add);
        question.ask((about, a) -> "newer", told::add);
        bench.settleUntil(() -> !told.isEmpty());
        first.countDown();
        bench.settle();
        assertThat(told).containsExactly("newer");
    }

    @Test
    void whatIsAskedAgainIsCancelledBefore() {
        CountDownLatch cancelled = new CountDownLatch(1);
        question.ask(
                (about, a) -> {
                    a.cancellation().onCancel(cancelled::countDown);
                    return after(cancelled, "older");
                },
                told::add);
        question.ask((about, a) -> "newer", told::add);
        bench.settle();
        assertThat(told).containsExactly("newer");
    }

    @Test
    void aPollAsksNothingWhileItWaits() {
        CountDownLatch held = new CountDownLatch(1);
        question.askUnlessAsking((about, a) -> after(held, "first"), told::add, bench.troubles()::add);
        question.askUnlessAsking((about, a) -> "second", told::add, bench.troubles()::add);
        held.countDown();
        bench.settle();
        assertThat(told).containsExactly("first");
    }

    @Test
    void whatIsDroppedTellsNothing() {
        CountDownLatch held = new CountDownLatch(1);
        question.ask((about, a) -> after(held, "late"), told::add);
        question.drop();
        held.countDown();
        bench.settle();
        assertThat(told).isEmpty();
    }
}
