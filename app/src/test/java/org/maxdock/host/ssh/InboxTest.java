package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelExec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InboxTest {

    @Test
    void whatIsWrittenInAnyPiecesIsReadInOrder() throws Exception {
        Inbox inbox = Inbox.of(new ChannelExec());
        byte[] sent = new byte[5_000_000];
        new Random(1).nextBytes(sent);
        Thread.ofVirtual().start(() -> send(inbox, sent));
        assertThat(inbox.readAllBytes()).isEqualTo(sent);
        assertThat(inbox.read()).isEqualTo(-1);
    }

    private static void send(Inbox inbox, byte[] bytes) {
        Random random = new Random(2);
        try (OutputStream out = inbox.writer()) {
            for (int at = 0; at < bytes.length; ) {
                int n = Math.min(random.nextInt(40_000), bytes.length - at);
                out.write(bytes, at, n);
                at += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoWritesNeverWaitsAndClosingEndsTheReader() throws Exception {
        Inbox inbox = Inbox.of(new ChannelExec());
        inbox.writer().write(new byte[Inbox.WINDOW]);
        assertThat(inbox.available()).isEqualTo(Inbox.WINDOW);
        inbox.close();
        assertThat(inbox.available()).isZero();
        assertThat(inbox.read()).isEqualTo(-1);
        inbox.writer().write(new byte[10]);
        assertThat(inbox.available()).isZero();
    }
}
