package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Running;

/** Who ends the program ends what it runs, and lets it clear up. */
@Timeout(60)
class PassThroughTest {

    /** As before {@code | head}. */
    @Test
    void whatNobodyReadsAnyMoreIsEnded() throws Exception {
        Running running = mock(Running.class);
        CountDownLatch closed = new CountDownLatch(1);
        doAnswer(call -> {
                    closed.countDown();
                    return null;
                })
                .when(running)
                .close();
        when(running.errors()).thenReturn(InputStream.nullInputStream());
        when(running.output()).thenReturn(new ByteArrayInputStream(new byte[100]));
        when(running.await()).thenAnswer(call -> {
            closed.await();
            return 0;
        });
        PrintStream out = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertThat(new PassThrough(running, out, System.err).run()).isEqualTo(Exit.NOBODY_READS);
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void theProgramEndsAfterWhatItEnded() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch cleared = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Running running = mock(Running.class);
        doAnswer(call -> {
                    closed.countDown();
                    return null;
                })
                .when(running)
                .close();
        when(running.await()).thenAnswer(call -> {
            cleared.await();
            return 0;
        });
        PassThrough passed = new PassThrough(running, new ByteArrayOutputStream(), new ByteArrayOutputStream());
        Thread hook = Thread.ofVirtual().start(() -> {
            passed.end();
            over.set(cleared.getCount() == 0);
        });
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(hook.isAlive()).isTrue();
        cleared.countDown();
        hook.join();
        assertThat(over).isTrue();
    }
}
