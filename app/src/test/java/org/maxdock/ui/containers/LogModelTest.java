package org.maxdock.ui.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.host.Running;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.StillThere;

/** A container's log as it comes: all of what is short, the latest of what has no end. */
class LogModelTest {

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private final ContainerOperations containers = mock(ContainerOperations.class);
    private final Asks ask = mock(Asks.class);
    private final UserFolder folder = mock(UserFolder.class);
    private final Running running = mock(Running.class);
    private LogModel model;

    @BeforeEach
    void begin() throws Trouble {
        connection.connect();
        when(containers.logs("a")).thenReturn(running);
        when(running.errors()).thenReturn(InputStream.nullInputStream());
        model = new LogModel(
                ContainersBench.container("a", "running", ""),
                connection.model(),
                bench.background(),
                bench.texts(),
                bench.navigation(),
                ask,
                containers,
                folder,
                new StillThere(connection.model(), bench.navigation()::tell, bench.texts()));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bothStreamsAreShownAndThatItHasEnded() {
        when(running.output()).thenReturn(bytes("größe\n"));
        when(running.errors()).thenReturn(bytes("oh\n"));
        model.begin();
        bench.settle();
        assertThat(model.text().take().text())
                .contains("größe\n", "oh\n")
                .endsWith(bench.texts().get("ui.containers.log-ended") + "\n");
    }

    /** Brings as much as is asked of it, and counts that. */
    private static final class Endless extends InputStream {

        private final AtomicLong read = new AtomicLong();

        @Override
        public int read() {
            throw new AssertionError("byte by byte");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            read.addAndGet(length);
            return length;
        }
    }

    @Test
    void oneWithoutEndIsReadNoFasterThanItIsLookedAt() {
        Endless endless = new Endless();
        when(running.output()).thenReturn(endless);
        model.begin();
        for (int i = 0; i < 100; i++) {
            var piece = model.text().take();
            assertThat(piece.text().length()).isLessThanOrEqualTo(200_000);
        }
        assertThat(endless.read.get()).as("read").isLessThan(101L * 500_000);
        model.stop();
        bench.settle(); // it ends, though the log does not
    }

    @Test
    void whoStopsClosesTheStreamElsewhere() {
        Endless endless = new Endless();
        when(running.output()).thenReturn(endless);
        Thread window = Thread.currentThread();
        org.mockito.Mockito.doAnswer(call -> {
                    assertThat(Thread.currentThread()).isNotSameAs(window);
                    return null;
                })
                .when(running)
                .close();
        model.begin();
        verify(running, timeout(5_000)).output();
        model.stop();
        bench.settle();
        verify(running, org.mockito.Mockito.atLeastOnce()).close();
    }

    @Test
    void whyThereIsNoneReachesTheUser() throws Trouble {
        when(containers.logs("a")).thenThrow(new Trouble(TroubleKind.NO_SUCH_CONTAINER, "a"));
        model.begin();
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_SUCH_CONTAINER);
    }

    @Test
    void itIsSavedWholeWhereTheUserSays() throws Trouble {
        when(folder.path()).thenReturn("/beegfs");
        model.save();
        bench.settle();
        verify(containers, never()).saveLog(any(), any(), any());
        when(ask.text(any(), any(), eq("/beegfs/name-a.log"))).thenReturn(Optional.of(" /beegfs/b.log "));
        model.save();
        bench.settle();
        verify(containers).saveLog(eq("a"), eq("/beegfs/b.log"), any());
        assertThat(bench.navigation().newsProperty().get()).isEqualTo("The log is in /beegfs/b.log");
    }
}
