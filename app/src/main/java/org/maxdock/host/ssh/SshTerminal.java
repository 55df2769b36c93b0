package org.maxdock.host.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import org.maxdock.host.Terminal;

/** A command in a pseudo terminal of the server. When the channel ends, the server sends it SIGHUP. */
final class SshTerminal extends SshRunning implements Terminal {

    SshTerminal(ChannelExec channel, SessionLimit.Ticket ticket) throws IOException, JSchException {
        super(channel, ticket);
    }

    @Override
    public void resize(int columns, int rows) {
        if (!isOver()) {
            request(() -> channel().setPtySize(columns, rows, columns * 8, rows * 16));
        }
    }

    @Override
    public boolean isAlive() {
        return !isOver();
    }
}
