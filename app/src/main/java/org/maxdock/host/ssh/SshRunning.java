package org.maxdock.host.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelWindow;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.maxdock.host.Running;

/** A command in an exec channel. */
class SshRunning implements Running {

    /** The status arrives after the streams have ended; JSch has nothing to wait on for it. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** How often it is asked then. */
    private static final int SAYS_SO = 2000;

    private final ChannelExec channel;
    private final SessionLimit.Ticket ticket;
    private volatile boolean closed;
    private final Inbox output;
    private final Inbox errors;
    private final OutputStream input;

    SshRunning(ChannelExec channel, SessionLimit.Ticket ticket) throws IOException, JSchException {
        this.channel = channel;
        this.ticket = ticket;
        this.output = Inbox.of(channel);
        this.errors = Inbox.ofErrors(channel);
        channel.setOutputStream(output.writer());
        channel.setErrStream(errors.writer());
        this.input = channel.getOutputStream();
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    @Override
    public int await() throws InterruptedException {
        while (!channel.isClosed() && sessionIsConnected()) {
            pause();
        }
        // a session that breaks ends its channels first, and only then says that it is broken
        for (int n = 0; !closed && hasNoStatus() && sessionIsConnected() && n < SAYS_SO; n++) {
            pause();
        }
        ticket.release();
        int status = channel.getExitStatus();
        return status >= 0 ? status : channel.getExitSignal() == null ? BROKEN : ofSignal(channel.getExitSignal());
    }

    /** The status that a shell gives it (RFC 4254, 6.10, has names alone). */
    private static int ofSignal(String name) {
        return 128
                + switch (name) {
                    case "HUP" -> 1;
                    case "INT" -> 2;
                    case "QUIT" -> 3;
                    case "ILL" -> 4;
                    case "ABRT" -> 6;
                    case "FPE" -> 8;
                    case "KILL" -> 9;
                    case "SEGV" -> 11;
                    case "PIPE" -> 13;
                    case "ALRM" -> 14;
                    default -> 15;
                };
    }

    private boolean hasNoStatus() {
        return channel.getExitStatus() < 0 && channel.getExitSignal() == null;
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(POLL_NANOS);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /**
     * Whether nothing may be asked of the channel any more: sshd ends the whole connection when it gets a request for a
     * channel that is gone. Its end is announced by the status, before the channel closes.
     */
    boolean isOver() {
        return channel.isClosed()
                || !channel.isConnected()
                || channel.isEOF()
                || channel.getExitStatus() >= 0
                || channel.getExitSignal() != null
                || !sessionIsConnected();
    }

    private boolean sessionIsConnected() {
        try {
            return channel.getSession().isConnected();
        } catch (JSchException e) {
            return false;
        }
    }

    /** Asks something of the channel that needs no answer; one that has ended meanwhile is not asked. */
    final void request(ChannelWindow.Request request) {
        try {
            ChannelWindow.whileOpen(channel, request);
        } catch (Exception e) {
            System.getLogger(SshRunning.class.getName()).log(System.Logger.Level.DEBUG, "not sent", e);
        }
    }

    ChannelExec channel() {
        return channel;
    }

    @Override
    public void close() {
        closed = true;
        if (isOver()) {
            ticket.release();
        } else {
            ticket.abandon();
            request(() -> channel.sendSignal("TERM"));
        }
        channel.disconnect();
        output.close();
        errors.close();
    }
}
