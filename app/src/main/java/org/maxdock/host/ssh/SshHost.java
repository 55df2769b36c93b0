package org.maxdock.host.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectStreamLocal;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelWindow;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.host.ByteStream;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.host.SocketTrouble;
import org.maxdock.host.Terminal;
import org.maxdock.host.local.LocalDisplay;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A host over one SSH connection, whose channels carry commands, terminals and streams to sockets. */
final class SshHost implements Host {

    /** Where a short command may find that a terminal has come before it. */
    private static final int MOST_PLACES = 3;
    /** Why a channel was not opened, which JSch has in the place of a status (RFC 4254, 5.1). */
    private static final int PROHIBITED = 1;

    private final String name;
    private final Session session;
    private final Map<String, String> environment;
    private final SessionLimit limit;
    private final SshSessions sessions;
    private final SpareConnections spare;
    private final ScriptStarter scripts;
    private final LocalDisplay display;
    private final boolean isFirst;
    private final LossWatch watch;

    /**
     * @param environment variables to hand to the programs that are started
     * @param another for terminals that the server has no room for on this one
     * @param alarm is told when somebody asks for this machine's display who may not
     */
    SshHost(
            String name,
            Session session,
            Map<String, String> environment,
            AnotherConnection another,
            Consumer<Trouble> alarm) {
        this(
                name,
                session,
                environment,
                another,
                new SessionLimit(name),
                new LocalDisplay(System.getenv("DISPLAY"), alarm),
                true);
    }

    private SshHost(
            String name,
            Session session,
            Map<String, String> environment,
            AnotherConnection another,
            SessionLimit limit,
            LocalDisplay display,
            boolean isFirst) {
        this.name = name;
        this.display = display; // one for all, since JSch knows of one display alone
        this.isFirst = isFirst;
        this.session = session;
        this.environment = Map.copyOf(environment);
        this.limit = limit;
        this.sessions = new SshSessions(name, session, limit);
        this.spare = new SpareConnections(
                another,
                s -> new SshHost(name, s, environment, AnotherConnection.none(), limit.ofAnother(), display, false));
        this.scripts = new ScriptStarter(this, true);
        this.watch = LossWatch.of(session);
    }

    SessionLimit limit() {
        return limit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        Optional<SshHost> other = elsewhere(cancellation);
        if (other.isPresent()) {
            return other.get().start(command, cancellation);
        }
        return start(command, cancellation, SessionLimit.Use.KEPT);
    }

    private Running start(Command command, Cancellation cancellation, SessionLimit.Use use) throws Trouble {
        try {
            return scripts.start(
                    command,
                    cancellation,
                    script -> sessions.open(use, cancellation, script, (c, ticket) -> {
                        show(c, command);
                        return new SshRunning(c, ticket);
                    }));
        } catch (Trouble e) {
            throw ofDisplay(command, e);
        }
    }

    @Override
    public Output run(Command command, Cancellation cancellation) throws Trouble {
        for (int i = 0; i < MOST_PLACES; i++) {
            Optional<SshHost> where = limit.isTaken() ? spare.withRoom(cancellation) : Optional.of(this);
            if (where.isEmpty()) {
                break;
            }
            try {
                return where.get().run(command, cancellation, SessionLimit.Use.SHORT);
            } catch (Trouble e) {
                if (e.kind() != TroubleKind.TOO_MANY_SESSIONS) {
                    throw e;
                }
            }
        }
        return run(command, cancellation, SessionLimit.Use.SHORT_AND_PATIENT);
    }

    private Output run(Command command, Cancellation cancellation, SessionLimit.Use use) throws Trouble {
        return CancellableOutput.of(this, command, cancellation, () -> start(command, cancellation, use));
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        Optional<SshHost> other = elsewhere(new Cancellation());
        if (other.isPresent()) {
            return other.get().openTerminal(command, columns, rows);
        }
        try {
            return scripts.startTerminal(
                    command,
                    script -> sessions.open(SessionLimit.Use.KEPT, new Cancellation(), script, (c, ticket) -> {
                        c.setPty(true);
                        c.setPtyType("xterm-256color", columns, rows, columns * 8, rows * 16);
                        show(c, command);
                        return new SshTerminal(c, ticket);
                    }));
        } catch (Trouble e) {
            throw ofDisplay(command, e);
        }
    }

    /**
     * Where to open a session that stays, if not here: one is left for short commands.
     *
     * @throws Trouble where there is no room for it, here or elsewhere
     */
    private Optional<SshHost> elsewhere(Cancellation cancellation) throws Trouble {
        spare.closeIdle();
        if (limit.hasRoomToKeep()) {
            return Optional.empty();
        }
        Optional<SshHost> other = spare.withRoom(cancellation);
        if (other.isEmpty() && (limit.isKnown() || !sessions.hasTwoMore())) {
            throw new Trouble(TroubleKind.TOO_MANY_SESSIONS, name, limit.known());
        }
        return other;
    }

    /** What a session was refused for after it had been opened: of what it asks for, a display alone is refused. */
    private Trouble ofDisplay(Command command, Trouble e) {
        return command.display() && e.kind() == TroubleKind.CHANNEL_REFUSED && SshSessions.isDenied(e)
                ? new Trouble(e, TroubleKind.X11_REFUSED, name)
                : e;
    }

    private void show(ChannelExec channel, Command command) throws Trouble {
        if (command.display()) {
            display.offer(session);
            channel.setXForwarding(true);
        }
        environment.forEach(channel::setEnv);
    }

    @Override
    public ByteStream connectUnix(String path) throws Trouble {
        ChannelDirectStreamLocal channel = open("direct-streamlocal@openssh.com", ChannelDirectStreamLocal.class);
        channel.setSocketPath(path);
        try {
            return connect(channel, path);
        } catch (Trouble e) { // sshd only says that it failed, not why
            throw isOpen()
                            && run(Command.script("[ -S \"$1\" ] && [ ! -w \"$1\" ]", path))
                                    .ok()
                    ? new Trouble(e, TroubleKind.SOCKET_DENIED, path)
                    : e;
        }
    }

    @Override
    public ByteStream connectTcp(String address, int port) throws Trouble {
        ChannelDirectTCPIP channel = open("direct-tcpip", ChannelDirectTCPIP.class);
        channel.setHost(address);
        channel.setPort(port);
        return connect(channel, address + ":" + port);
    }

    private ByteStream connect(ChannelDirectTCPIP channel, String where) throws Trouble {
        try {
            Inbox inbox = Inbox.of(channel);
            channel.setOutputStream(inbox.writer());
            SshStream stream = new SshStream(channel, inbox, channel.getOutputStream());
            channel.connect(SshSessions.OPEN_MS);
            if (!ChannelWindow.hasBeenOpened(channel)) { // JSch keeps to itself why not
                throw new JSchException("not opened");
            }
            return stream;
        } catch (JSchException | IOException e) {
            channel.disconnect();
            if (!session.isConnected()) {
                throw broken(e);
            }
            throw channel.getExitStatus() == PROHIBITED
                    ? new Trouble(e, TroubleKind.FORWARDING_PROHIBITED, where)
                    : SocketTrouble.of(e, where, deepest(e));
        }
    }

    private static String deepest(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + " " + deepest(e.getCause());
    }

    private <C extends Channel> C open(String type, Class<C> kind) throws Trouble {
        try {
            Channel channel = session.openChannel(type);
            if (channel == null) { // as JSch has it where the session ends meanwhile
                throw new JSchException("session is down");
            }
            return kind.cast(channel);
        } catch (JSchException e) {
            throw broken(e);
        }
    }

    private Trouble broken(Exception e) {
        return SshSessions.broken(session, name, e);
    }

    @Override
    public boolean isOpen() {
        return session.isConnected();
    }

    @Override
    public void onLost(Runnable action) {
        watch.add(action);
    }

    @Override
    public void close() {
        watch.close();
        session.disconnect();
        spare.close();
        if (isFirst) {
            display.close();
        }
    }
}
