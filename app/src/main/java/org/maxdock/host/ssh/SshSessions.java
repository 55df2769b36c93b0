package org.maxdock.host.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelWindow;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.shell.AnyShell;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Opens the sessions of one connection, each when the server has room for it. */
final class SshSessions {

    static final int OPEN_MS = 20_000;

    private final String name;
    private final Session session;
    private final SessionLimit limit;

    SshSessions(String name, Session session, SessionLimit limit) {
        this.name = name;
        this.session = session;
        this.limit = limit;
    }

    /** Makes of a channel that is not connected yet what runs in it. */
    interface Kind<R extends SshRunning> {
        R of(ChannelExec channel, SessionLimit.Ticket ticket) throws JSchException, IOException, Trouble;
    }

    /**
     * Runs a bash script in a session of its own.
     *
     * @throws Trouble when the connection is lost, or has no room for it for long
     */
    <R extends SshRunning> R open(SessionLimit.Use use, Cancellation cancellation, String script, Kind<R> kind)
            throws Trouble {
        byte[] line = line(script);
        long ended = System.nanoTime() + SessionLimit.LONGEST_END_NANOS;
        long until = SessionLimit.untilLongestWait();
        while (true) {
            SessionLimit.Ticket ticket = limit.take(use, cancellation, until);
            long begun = System.nanoTime();
            ChannelExec channel = null;
            try {
                channel = channel();
                channel.setCommand(line);
                R running = kind.of(channel, ticket);
                channel.connect(OPEN_MS);
                ChannelWindow.asksWithoutReply(channel);
                return running;
            } catch (JSchException | IOException | Trouble | RuntimeException e) {
                boolean refused = channel != null && isRefused(channel);
                boolean opened = channel != null && channel.isConnected();
                if (channel != null) {
                    channel.disconnect();
                }
                if (refused) {
                    ticket.refused();
                } else {
                    ticket.release();
                }
                if (!refused || limit.isIdle() && System.nanoTime() > ended) {
                    throw e instanceof Trouble t ? t : why(e, refused || opened || isDenied(e) || isLong(begun));
                }
            }
        }
    }

    private static boolean isLong(long begun) {
        return System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(OPEN_MS);
    }

    /** @param answered whether the server did, or had all the time for it: else only a lost connection ends it */
    private Trouble why(Exception e, boolean answered) {
        return answered ? broken(session, name, e) : new Trouble(e, TroubleKind.CONNECTION_LOST, name);
    }

    /** Whether the server refused to open it, which JSch tells by the reason (RFC 4254, 5.1), in place of a status. */
    private boolean isRefused(ChannelExec channel) {
        return session.isConnected() && channel.getExitStatus() > 0;
    }

    /** Whether the server has opened a session and then refused what was asked of it, as JSch says it. */
    static boolean isDenied(Throwable e) {
        return e != null && (String.valueOf(e.getMessage()).contains("channel request") || isDenied(e.getCause()));
    }

    /** Whether the server has room for two more now: one that stays, and one that is left. */
    boolean hasTwoMore() throws Trouble {
        ChannelExec first = null;
        ChannelExec second = null;
        try {
            first = channel();
            second = channel();
            for (ChannelExec channel : List.of(first, second)) {
                channel.setCommand("cat"); // in any shell; it ends with its input
                channel.connect(OPEN_MS);
            }
            return true;
        } catch (JSchException e) {
            if (first != null && isRefused(first) || second != null && isRefused(second)) {
                return false;
            }
            throw broken(session, name, e);
        } finally {
            Stream.of(first, second).filter(Objects::nonNull).forEach(ChannelExec::disconnect);
        }
    }

    private ChannelExec channel() throws JSchException {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        if (channel == null) { // as JSch has it where the session ends meanwhile
            throw new JSchException("session is down");
        }
        return channel;
    }

    private byte[] line(String script) throws Trouble {
        return line(script, name).getBytes(StandardCharsets.US_ASCII);
    }

    /** What a server's login shell is given, to run a script. */
    static String line(String script, String name) throws Trouble {
        try {
            return AnyShell.line(script);
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.COMMAND_TOO_LONG, name, AnyShell.LONGEST >> 10);
        }
    }

    static Trouble broken(Session session, String name, Exception e) {
        return isAlive(session)
                ? new Trouble(e, TroubleKind.CHANNEL_REFUSED, name, String.valueOf(e.getMessage()))
                : new Trouble(e, TroubleKind.CONNECTION_LOST, name);
    }

    /** JSch ends the channels of a connection that is lost before it says that it is: so it is tried. */
    private static boolean isAlive(Session session) {
        try {
            session.sendKeepAliveMsg();
            return session.isConnected();
        } catch (Exception e) {
            return false;
        }
    }
}
