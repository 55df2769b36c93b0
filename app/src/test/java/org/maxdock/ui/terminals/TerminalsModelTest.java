package org.maxdock.ui.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maxdock.ui.terminals.TerminalState.ATTACHING;
import static org.maxdock.ui.terminals.TerminalState.ENDED;
import static org.maxdock.ui.terminals.TerminalState.FAILED;
import static org.maxdock.ui.terminals.TerminalState.LOST;
import static org.maxdock.ui.terminals.TerminalState.RUNNING;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Terminals come, end, are lost with the connection, and come back with the next one. */
class TerminalsModelTest {

    private static final LaunchPlan SHELL = TerminalsBench.plan("recon", LaunchKind.Shell.PLAIN);

    private TerminalsBench its;

    @BeforeEach
    void begin() throws Trouble {
        its = new TerminalsBench();
    }

    @Test
    void whatEndsSaysItsStatusAndCanBeStartedAgainOnce() throws Trouble {
        FakeTerminal terminal = its.running(SHELL);
        assertThat(its.state()).isEqualTo(RUNNING);
        its.channelEnds(terminal, 3);
        assertThat(its.state()).isEqualTo(ENDED);
        assertThat(its.said()).isEqualTo("ended with status 3");
        TerminalTabModel ended = its.tab();
        LaunchPlan other = TerminalsBench.plan("again", LaunchKind.Shell.PLAIN);
        when(its.launches.again(any())).thenReturn(other);
        when(its.launches.open(eq(other), any(), anyInt(), anyInt())).thenReturn(new FakeTerminal());
        ended.startAgain();
        ended.startAgain();
        its.bench.settle();
        assertThat(its.model.tabs()).hasSize(2);
        assertThat(ended.canStartAgain().get()).isFalse();
        verify(its.launches).remember(other, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"HOST_SILENT", "NOT_CONNECTED", "CANCELLED", "FILE_UNWRITABLE"})
    void whatCouldNotBeStartedAgainCanBeTriedOnceMore(TroubleKind kind) throws Trouble {
        its.channelEnds(its.running(SHELL), 0);
        TerminalTabModel ended = its.tab();
        LaunchPlan other = TerminalsBench.plan("again", LaunchKind.Shell.PLAIN);
        when(its.launches.again(any()))
                .thenThrow(new Trouble(kind, "a", "b", "c"))
                .thenReturn(other);
        ended.startAgain();
        its.bench.settle();
        assertThat(its.model.tabs()).hasSize(1);
        assertThat(ended.canStartAgain().get()).isTrue();
        ended.startAgain();
        its.bench.settle();
        assertThat(its.model.tabs()).hasSize(2);
        assertThat(ended.canStartAgain().get()).isFalse();
    }

    @Test
    void whatBecomesOfItWithoutTheProgramIsKnown() throws Trouble {
        its.running(SHELL);
        its.running(TerminalsBench.plan("eyes", new LaunchKind.X11()));
        its.model.open("on the server", (columns, rows) -> new FakeTerminal());
        its.model.watch("output", (columns, rows) -> new FakeTerminal());
        its.bench.settle();

        assertThat(its.model.goingOn()).containsExactly("recon");
        assertThat(its.model.ending()).containsExactly("eyes", "on the server");
        assertThat(its.model.countProperty().get()).isEqualTo(4);
    }

    @Test
    void whatATabIsCalledShowsAllOfItself() {
        its.model.watch("a\u202eb\u001b", (columns, rows) -> new FakeTerminal());
        its.bench.settle();
        assertThat(its.tab().title()).isEqualTo("a\\u202eb\\u001b");
    }

    @Test
    void nothingStartsAgainWithoutAConnection() throws Trouble {
        its.channelEnds(its.running(SHELL), 0);
        its.connection.disconnect();
        assertThat(its.tab().canStartAgain().get()).isFalse();
        its.tab().startAgain();
        its.bench.settle();
        assertThat(its.model.tabs()).hasSize(1);
        its.connection.connect();
        assertThat(its.tab().canStartAgain().get()).isTrue();
    }

    @Test
    void itComesBackWhereTheLossIsToldFirst() throws Trouble {
        FakeTerminal terminal = its.running(SHELL);
        its.connection.lose();
        assertThat(its.state()).isEqualTo(LOST);
        its.channelEnds(terminal, 255);
        assertThat(its.state()).isEqualTo(LOST);
        assertThat(its.said()).contains("comes back here");
        assertThat(terminal.isClosed()).isFalse();
        its.connection.connect();
        its.bench.settle();
        assertThat(its.state()).isEqualTo(RUNNING);
        assertThat(its.tab().terminalProperty().get()).isEqualTo(its.attached.getFirst());
    }

    @Test
    void itComesBackWhereItsChannelEndsFirst() throws Trouble {
        when(its.launches.attach(any(), anyInt(), anyInt()))
                .thenThrow(new Trouble(TroubleKind.CONNECTION_LOST, "max-wgs"));
        FakeTerminal terminal = its.running(SHELL);
        its.channelEnds(terminal, 255);
        assertThat(its.state())
                .as("nobody has told yet that the connection is lost")
                .isEqualTo(LOST);
        its.connection.lose();
        FakeTerminal again = new FakeTerminal();
        org.mockito.Mockito.doReturn(again).when(its.launches).attach(any(), anyInt(), anyInt());
        its.connection.connect();
        its.bench.settle();
        assertThat(its.state()).isEqualTo(RUNNING);
        assertThat(its.tab().terminalProperty().get()).isEqualTo(again);
        assertThat(its.bench.troubles()).isEmpty();
    }

    @Test
    void itComesBackWhereTheNextConnectionIsThereBeforeItsChannelEnds() throws Trouble {
        FakeTerminal terminal = its.running(SHELL);
        its.connection.connect();
        its.bench.settle();
        assertThat(its.tab().terminalProperty().get()).isEqualTo(its.attached.getFirst());
        its.channelEnds(terminal, 255);
        assertThat(its.state())
                .as("the end of the old one is nothing to the new one")
                .isEqualTo(RUNNING);
        assertThat(its.attached).hasSize(1);
    }

    @Test
    void oneWhoseChannelAloneEndedIsAttachedToOnceAndThenEnds() throws Trouble {
        its.channelEnds(its.running(SHELL), 255);
        assertThat(its.state()).isEqualTo(RUNNING);
        its.channelEnds(its.attached.getFirst(), 254);
        assertThat(its.state()).isEqualTo(ENDED);
        assertThat(its.said()).isEqualTo(its.bench.texts().get("ui.terminal.lost"));
        assertThat(its.attached).hasSize(1);
    }

    @Test
    void whatEndedWhileNobodyWasAttachedSaysSo() throws Trouble {
        its.running(SHELL);
        its.connection.lose();
        its.connection.connect();
        its.bench.settle();
        its.channelEnds(its.attached.getFirst(), 254);
        assertThat(its.said()).isEqualTo(its.bench.texts().get("ui.terminal.gone"));
    }

    @Test
    void aPlainShellThatIsLostHasEnded() throws Trouble {
        FakeTerminal terminal = new FakeTerminal();
        its.model.open("max-wgs", (c, r) -> terminal);
        its.bench.settle();
        its.connection.lose();
        its.channelEnds(terminal, 255);
        assertThat(its.state()).isEqualTo(ENDED);
        assertThat(its.said()).isEqualTo(its.bench.texts().get("ui.terminal.lost-shell"));
    }

    @Test
    void whatWasOnlyLookedAtGoesOn() throws Trouble {
        FakeTerminal terminal = new FakeTerminal();
        its.model.watch("log", (c, r) -> terminal);
        its.bench.settle();
        its.connection.lose();
        its.channelEnds(terminal, 255);
        assertThat(its.said()).isEqualTo(its.bench.texts().get("ui.terminal.lost-sight"));
    }

    @Test
    void whatArrivesForAClosedTabIsClosed() throws Trouble {
        CountDownLatch held = new CountDownLatch(1);
        FakeTerminal late = new FakeTerminal();
        its.model.open("late", (c, r) -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return late;
        });
        its.model.close(its.tab());
        held.countDown();
        its.bench.settle();
        assertThat(late.isClosed()).isTrue();
        assertThat(its.model.tabs()).isEmpty();
    }

    @Test
    void whatArrivesOverAnEarlierConnectionIsLetGoAndNotEnded() throws Trouble {
        CountDownLatch held = new CountDownLatch(1);
        FakeTerminal late = new FakeTerminal();
        when(its.launches.open(eq(SHELL), any(), anyInt(), anyInt())).thenAnswer(call -> {
            held.await();
            return late;
        });
        its.model.open(SHELL, Optional.empty());
        its.connection.lose();
        assertThat(its.state()).isEqualTo(LOST);
        held.countDown();
        its.bench.settle();
        assertThat(late.isLeft()).isTrue();
        assertThat(late.isClosed()).isFalse();
        its.connection.connect();
        its.bench.settle();
        assertThat(its.state()).isEqualTo(RUNNING);
    }

    @Test
    void whatCannotBeStartedSaysWhy() throws Trouble {
        when(its.launches.open(eq(SHELL), any(), anyInt(), anyInt()))
                .thenThrow(new Trouble(TroubleKind.NO_TERMINAL, "max-wgs", "full"));
        its.model.open(SHELL, Optional.empty());
        its.bench.settle();
        assertThat(its.state()).isEqualTo(FAILED);
        assertThat(its.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_TERMINAL);
        assertThat(its.tab().canStartAgain().get()).isTrue();
        assertThat(its.model.marks())
                .as("it may have begun, and then is to be found")
                .isEmpty();
    }

    @Test
    void closingALaunchAsksWhatBecomesOfIt() throws Trouble {
        FakeTerminal kept = its.running(SHELL);
        when(its.ask.decide(any(), any(), any()))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of("Keep it running"))
                .thenReturn(Optional.of("End it"));
        its.model.close(its.tab());
        assertThat(its.model.tabs()).as("who turns back has lost nothing").hasSize(1);
        its.model.close(its.tab());
        its.bench.settle();
        assertThat(kept.isLeft()).isTrue();
        assertThat(kept.isClosed()).isFalse();
        assertThat(its.model.marks()).isEmpty();
        FakeTerminal other = its.running(SHELL);
        its.model.close(its.tab());
        assertThat(its.model.marks())
                .as("it is being ended, and nothing to find")
                .containsExactly(SHELL.mark());
        its.bench.settle();
        assertThat(other.isClosed()).isTrue();
        assertThat(its.model.marks()).isEmpty();
    }

    /** Where the server has neither dtach nor tmux. */
    @Test
    void whatNothingKeepsIsToldAsEnding() throws Trouble {
        FakeTerminal one = its.running(SHELL);
        assertThat(its.model.goingOn()).isNotEmpty();
        its.connection.learnThatNothingKeepsTerminals();
        assertThat(its.model.goingOn()).isEmpty();
        assertThat(its.model.ending()).hasSize(1);
        its.model.close(its.tab());
        assertThat(its.model.tabs()).as("who turns back has lost nothing").hasSize(1);
        verify(its.ask, never()).decide(any(), any(), any());
        when(its.ask.confirm(any(), any(), any())).thenReturn(true);
        its.model.close(its.tab());
        its.bench.settle();
        assertThat(one.isClosed()).isTrue();
    }

    @Test
    void whatHasEndedClosesWithoutAQuestion() throws Trouble {
        its.channelEnds(its.running(SHELL), 0);
        its.model.close(its.tab());
        verify(its.ask, never()).decide(any(), any(), any());
        assertThat(its.model.tabs()).isEmpty();
        assertThat(its.model.selectedProperty().get()).isNull();
    }

    @Test
    void allThatEndedAreClosedAtOnceAndNoneThatRuns() throws Trouble {
        FakeTerminal ends = its.running(SHELL);
        assertThat(its.model.someEnded().get()).isFalse();
        its.channelEnds(ends, 0);
        its.running(TerminalsBench.plan("second", LaunchKind.Shell.PLAIN));
        assertThat(its.model.someEnded().get()).isTrue();
        its.model.closeEnded();
        assertThat(its.model.tabs()).extracting(TerminalTabModel::title).containsExactly("second");
        assertThat(its.model.someEnded().get()).isFalse();
    }

    @Test
    void oneIsLetGoOnPurposeAndRunsOn() throws Trouble {
        FakeTerminal terminal = its.running(SHELL);
        its.model.leave(its.tab());
        its.bench.settle();
        assertThat(its.model.tabs()).isEmpty();
        assertThat(terminal.isLeft()).isTrue();
        assertThat(terminal.isClosed()).isFalse();
    }

    @Test
    void aTabIsCalledAsTheUserSaysButAsNoOther() throws Trouble {
        its.running(SHELL);
        its.running(TerminalsBench.plan("second", LaunchKind.Shell.PLAIN));
        TerminalTabModel second = its.model.tabs().getLast();
        when(its.ask.text(any(), any(), any()))
                .thenReturn(Optional.of(" recon "))
                .thenReturn(Optional.of("  "));
        its.model.rename(second);
        String called = second.titleProperty().get();
        assertThat(called).isEqualTo("recon (2)");
        its.model.rename(second);
        assertThat(second.title()).as("no name is none").isEqualTo(called);
    }

    @Test
    void severalLinesArePastedByAYesAlone() throws Trouble {
        PastedText lines = new PastedText("rm -rf data\nls\n");
        assertThat(its.model.mayPaste(lines)).isFalse();
        when(its.ask.look(any(), contains("2 lines"), eq(lines.text()), any())).thenReturn(true);
        assertThat(its.model.mayPaste(lines)).isTrue();
    }

    @Test
    void titlesAreUniqueAndTheLatestIsInView() {
        its.model.open("max-wgs", (c, r) -> new FakeTerminal());
        its.model.open("max-wgs", (c, r) -> new FakeTerminal());
        its.model.open("max-wgs", (c, r) -> new FakeTerminal());
        its.bench.settle();
        assertThat(its.model.tabs())
                .extracting(TerminalTabModel::title)
                .containsExactly("max-wgs", "max-wgs (2)", "max-wgs (3)");
        assertThat(its.model.selectedProperty().get()).isEqualTo(its.tab());
        assertThat(its.bench.navigation().pageProperty().get()).isEqualTo("terminals");
    }

    @Test
    void aShellOnTheServerIsCalledAsTheServer() throws Trouble {
        when(its.launches.shell(anyInt(), anyInt())).thenReturn(new FakeTerminal());
        its.model.openShell();
        its.bench.settle();
        assertThat(its.tab().title()).isEqualTo("max-wgs");
        its.connection.disconnect();
        its.model.openShell();
        verify(its.launches, times(1)).shell(anyInt(), anyInt());
    }

    @Test
    void whileItIsAttachedToAgainALossIsALossToo() throws Trouble {
        CountDownLatch held = new CountDownLatch(1);
        FakeTerminal late = new FakeTerminal();
        its.running(SHELL);
        its.connection.lose();
        when(its.launches.attach(any(), anyInt(), anyInt())).thenAnswer(call -> {
            held.await();
            return late;
        });
        its.connection.connect();
        assertThat(its.state()).isEqualTo(ATTACHING);
        its.connection.lose();
        assertThat(its.state()).isEqualTo(LOST);
        held.countDown();
        its.bench.settle();
        assertThat(its.state()).isEqualTo(LOST);
        assertThat(late.isLeft()).isTrue();
    }
}
