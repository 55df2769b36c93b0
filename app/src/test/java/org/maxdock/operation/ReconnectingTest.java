package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.operation.ConnectionState.Connected;
import org.maxdock.operation.ConnectionState.Lost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A connection that is lost comes back by itself, and says so where it cannot. */
class ReconnectingTest {

    private static final String SERVER = "max-wgs";
    private static final Account ME = new Account("me", SERVER);

    private final Connections connections = mock(Connections.class);
    private final Connection connection = new Connection(connections);
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Runnable> due = new ArrayList<>();
    private final List<Runnable> losses = new ArrayList<>();

    @BeforeEach
    void isConnected() throws Trouble {
        Reconnecting.of(connection, (pause, action) -> {
            pauses.add(pause);
            due.add(action);
        });
        Server first = server();
        when(connections.open(any(), any(), any())).thenReturn(first);
        connection.connect(SERVER, new Cancellation());
    }

    private Server server() {
        Server server = mock(Server.class);
        Host host = mock(Host.class);
        when(server.host()).thenReturn(host);
        when(server.account()).thenReturn(ME);
        doAnswer(call -> losses.add(call.getArgument(0))).when(host).onLost(any());
        return server;
    }

    private void lose() {
        losses.getLast().run();
    }

    private void timeHasCome() {
        due.removeFirst().run();
    }

    private void attemptsEndIn(TroubleKind kind) throws Trouble {
        when(connections.openWithoutQuestions(any(), any(), any())).thenThrow(new Trouble(kind, SERVER));
    }

    @Test
    void itComesBackAndIsLookedAfterAgain() throws Trouble {
        Server second = server();
        when(connections.openWithoutQuestions(any(), any(), any())).thenReturn(second);
        lose();
        assertThat(connection.state()).isEqualTo(new Lost(SERVER, ME, false));
        timeHasCome();
        assertThat(connection.state())
                .isInstanceOfSatisfying(
                        Connected.class, now -> assertThat(now.number()).isEqualTo(2));
        verify(connections).openWithoutQuestions(any(), any(), any());
        lose();
        assertThat(pauses).containsExactly(Reconnecting.FIRST, Reconnecting.FIRST);
    }

    @Test
    void pausesGrowToAMinute() throws Trouble {
        attemptsEndIn(TroubleKind.HOST_UNREACHABLE);
        lose();
        for (int i = 0; i < 9; i++) {
            timeHasCome();
            assertThat(connection.state()).isEqualTo(new Lost(SERVER, ME, false));
        }
        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    }

    @Test
    void whatNeedsAnAnswerIsSaidAndNotTriedAgain() throws Trouble {
        attemptsEndIn(TroubleKind.AUTH_FAILED);
        lose();
        timeHasCome();
        assertThat(connection.state()).isEqualTo(new Lost(SERVER, ME, true));
        assertThat(due).isEmpty();
    }

    @Test
    void aLossThatIsOverIsNotTriedAgainInTheNext() throws Trouble {
        attemptsEndIn(TroubleKind.HOST_UNREACHABLE);
        lose();
        connection.connect(SERVER, new Cancellation());
        lose();
        timeHasCome();
        assertThat(due).hasSize(1);
        verify(connections, never()).openWithoutQuestions(any(), any(), any());
        timeHasCome();
        assertThat(due).hasSize(1);
        verify(connections).openWithoutQuestions(any(), any(), any());
    }

    @Test
    void whatNobodyExpectedIsSaidToo() throws Trouble {
        when(connections.openWithoutQuestions(any(), any(), any())).thenThrow(new IllegalStateException("broken"));
        lose();
        timeHasCome();
        assertThat(connection.state()).isEqualTo(new Lost(SERVER, ME, true));
    }

    @Test
    void whoDisconnectsIsNotConnectedAgain() throws Trouble {
        lose();
        connection.disconnect();
        timeHasCome();
        assertThat(connection.state()).isEqualTo(new ConnectionState.None());
        assertThat(due).isEmpty();
        verify(connections, never()).openWithoutQuestions(any(), any(), any());
    }

    @Test
    void whoConnectsByHandMeanwhileKeepsThatConnection() throws Trouble {
        Server late = server();
        Server byHand = server();
        when(connections.open(any(), any(), any())).thenReturn(byHand);
        when(connections.openWithoutQuestions(any(), any(), any())).thenAnswer(call -> {
            connection.connect("another", Optional.empty(), new Cancellation());
            return late;
        });
        lose();
        timeHasCome();
        assertThat(connection.state().target()).isEqualTo("another");
        assertThat(connection.server()).isSameAs(byHand);
        assertThat(due).isEmpty();
    }
}
