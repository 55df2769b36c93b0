package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whoever disconnects, or connects elsewhere, while a connection is being made: state and server agree. */
@Timeout(60)
class ConnectionRaceTest {

    private final ConcurrentLinkedQueue<Server> opened = new ConcurrentLinkedQueue<>();
    private final Connections connector = mock(Connections.class);
    private final Connection connection = new Connection(connector);

    private Server opened() {
        Server server = mock(Server.class);
        when(server.account()).thenReturn(new Account("you", "server"));
        when(server.host()).thenReturn(mock(Host.class));
        opened.add(server);
        return server;
    }

    private void agree() {
        boolean there;
        try {
            there = connection.server() != null;
        } catch (Trouble e) {
            assertThat(e.kind()).isEqualTo(TroubleKind.NOT_CONNECTED);
            there = false;
        }
        assertThat(connection.state().connected().isPresent()).isEqualTo(there);
    }

    @RepeatedTest(20)
    void stateAndServerAgreeWhateverComesBetween() throws Exception {
        List<Server> ready = new ArrayList<>();
        for (int i = 0; i < 4 * 50; i++) {
            ready.add(opened());
        }
        ConcurrentLinkedQueue<Server> left = new ConcurrentLinkedQueue<>(ready);
        when(connector.open(any(), any(), any())).thenAnswer(call -> left.poll());
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    begin.await();
                    for (int n = 0; n < 50; n++) {
                        if (random.nextBoolean()) {
                            connectOrNot();
                        } else {
                            connection.disconnect();
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        agree();
        connection.disconnect();
        agree();
    }

    private void connectOrNot() {
        try {
            connection.connect("server", new Cancellation());
        } catch (Trouble e) {
            assertThat(e.kind()).isEqualTo(TroubleKind.CANCELLED);
        }
    }

    @Test
    void whatWasMadeForNobodyIsClosed() throws Exception {
        Server late = opened();
        when(connector.open(any(), any(), any())).thenAnswer(call -> {
            connection.disconnect();
            return late;
        });
        connectOrNot();
        assertThat(connection.state()).isInstanceOf(ConnectionState.None.class);
        verify(late, org.mockito.Mockito.timeout(10_000)).close();
    }

    @Test
    void whatNobodyExpectedLeavesOneFreeToTryAgain() throws Exception {
        when(connector.open(any(), any(), any())).thenThrow(new IllegalStateException("unforeseen"));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Trouble.class, () -> connection.connect("server", new Cancellation()))
                        .kind())
                .isEqualTo(TroubleKind.UNEXPECTED);
        assertThat(connection.state()).isInstanceOf(ConnectionState.Failed.class);
    }
}
