package org.maxdock.host.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.time.Duration;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The way on from a jump host: a channel to the next server, which ends with the connection to the jump host. */
record JumpChannel(Session hop, Asker asker) {

    /** @throws Trouble where the jump host cannot, or does not want to, reach the next server */
    Wire to(String host, int port, Duration limit) throws Trouble {
        try {
            ChannelDirectTCPIP channel = (ChannelDirectTCPIP) hop.openChannel("direct-tcpip");
            if (channel == null) {
                throw new JSchException("the connection is gone");
            }
            channel.setHost(host);
            channel.setPort(port);
            Inbox inbox = Inbox.of(channel);
            channel.setOutputStream(inbox.writer());
            var output = channel.getOutputStream();
            channel.connect((int) limit.toMillis());
            return new Wire(inbox, output, () -> {
                channel.disconnect();
                inbox.close();
                hop.disconnect();
            });
        } catch (JSchException | IOException e) {
            hop.disconnect();
            throw new Trouble(e, TroubleKind.JUMP_REFUSED, asker, host, port, ServerText.visible(reason(e)));
        }
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
