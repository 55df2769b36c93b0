package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.terminals.TerminalsModel;
import org.mockito.Mockito;

/** The window closes without a word where nothing ends by it, and never ends what runs without being told to. */
class ClosingQuestionTest {

    private final ModelBench bench = new ModelBench();
    private final TerminalsModel terminals = mock(TerminalsModel.class);
    private final Asks ask = mock(Asks.class);
    private long later;
    private List<String> unsaved = List.of();
    private final ClosingQuestion closing = new ClosingQuestion(
            bench.background(),
            terminals,
            ask,
            bench.texts(),
            () -> Instant.now().plusSeconds(later),
            () -> unsaved);

    @Test
    void whereNothingRunsNothingIsAsked() {
        assertThat(closing.mayClose()).isTrue();
        assertThat(closing.mayLeave()).isTrue();
        verify(ask, never()).confirm(any(), any(), any());
    }

    /** It ends where nobody looks after it for so long. */
    @Test
    void whatGoesOnForAWhileIsTold() {
        when(terminals.goingOn()).thenReturn(List.of("recon"));
        assertThat(closing.mayClose()).isFalse();
        verify(ask).confirm(any(), argThat(q -> q.contains("30 minutes") && q.endsWith("recon.")), any());
        assertThat(closing.mayLeave())
                .as("it comes back with the next connection")
                .isTrue();
    }

    /** It does not go with the connection. */
    @Test
    void whatWasEditedAndNoFileHasIsNamed() {
        unsaved = List.of("what was edited in the launch recon");
        assertThat(closing.mayLeave()).isTrue();
        assertThat(closing.mayClose()).isFalse();
        verify(ask)
                .confirm(
                        any(),
                        argThat(q -> q.equals("This would be lost: what was edited in the launch recon.")),
                        any());
        Mockito.doReturn(true).when(ask).confirm(any(), any(), any());
        assertThat(closing.mayClose()).isTrue();
    }

    @Test
    void whatOpensATerminalIsNotAskedAboutTwice() {
        Semaphore held = new Semaphore(0);
        bench.background()
                .run(
                        "Start recon",
                        activity -> {
                            held.acquireUninterruptibly();
                            return true;
                        },
                        done -> {});
        later = 10;
        assertThat(closing.mayLeave()).isFalse();
        when(terminals.openings()).thenReturn(List.of("Start recon"));
        assertThat(closing.mayLeave()).isTrue();
        held.release();
        bench.settle();
    }

    @Test
    void whatWouldEndIsAskedAbout() {
        when(terminals.ending()).thenReturn(List.of("Shell on max-wgs"));
        when(terminals.goingOn()).thenReturn(List.of("recon"));
        assertThat(closing.mayClose()).isFalse();
        verify(ask)
                .confirm(
                        any(),
                        argThat(q -> q.contains("would end: Shell on max-wgs.")
                                && q.contains("goes on")
                                && q.contains("recon")),
                        any());
        Mockito.doReturn(true).when(ask).confirm(any(), any(), any());
        assertThat(closing.mayClose()).isTrue();
    }

    @Test
    void workThatTakesItsTimeIsAskedAboutAndAGlanceIsNot() {
        Semaphore held = new Semaphore(0);
        bench.background()
                .run(
                        "Build x",
                        activity -> {
                            held.acquireUninterruptibly();
                            return true;
                        },
                        done -> {});
        assertThat(closing.mayClose()).isTrue();
        later = 10;
        assertThat(closing.mayClose()).isFalse();
        verify(ask).confirm(any(), argThat(q -> q.contains("Build x")), any());
        held.release();
        bench.settle();
        assertThat(closing.mayClose()).isTrue();
    }
}
