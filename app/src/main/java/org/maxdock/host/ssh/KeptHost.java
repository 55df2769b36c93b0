package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.local.LocalPrograms;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A server over a connection that OpenSSH's client keeps: each command is a session of it, each stream goes through a
 * socket that it listens at, which later calls find again. A display is not given on so: for that one connection of our
 * own is made.
 */
final class KeptHost implements Host {

    /** What a session that never came to be is told as; not what was cancelled, or took too long. */
    private static final Set<TroubleKind> NOT_BEGUN = EnumSet.of(
            TroubleKind.TOO_MANY_SESSIONS,
            TroubleKind.OTHER_COMMAND,
            TroubleKind.ACCOUNT_WITHOUT_SHELL,
            TroubleKind.NO_BASH);

    private static final String REACHED = """
            [ -S "$1" ] || { echo "no such socket" >&2; exit 1; }
            [ -w "$1" ] || { echo "permission denied" >&2; exit 1; }
            """;

    /** A port of which nothing is heard at all is not waited for longer. */
    private static final String ANSWERED = """
            timeout 10 bash -c ': <>"/dev/tcp/$1/$2"' bash "$1" "$2" 2>/dev/null ||
              { echo "connection refused" >&2; exit 1; }
            """;

    private final String name;
    private final KeptConnection kept;
    private final KeptConnections.OwnConnection own;
    private final SocketChannel alive;
    private final ScriptStarter scripts = new ScriptStarter(this, true);
    private final LocalHost here = new LocalHost();
    private final Watch watch = new Watch();
    private volatile boolean closed;
    private Host direct;

    /**
     * @param name how the user calls it
     * @param alive a stream to who keeps the connection
     */
    KeptHost(String name, KeptConnection kept, SocketChannel alive, KeptConnections.OwnConnection own) {
        this.name = name;
        this.kept = kept;
        this.alive = alive;
        this.own = own;
        Thread.ofVirtual().name("is it kept").start(this::untilItEnds);
    }

    /** Whom to tell of the end, once. */
    private static final class Watch {

        private final List<Runnable> actions = new ArrayList<>();
        private boolean over;

        void add(Runnable action) {
            synchronized (this) {
                if (!over) {
                    actions.add(action);
                    return;
                }
            }
            Thread.ofVirtual().start(action);
        }

        void end() {
            List<Runnable> now;
            synchronized (this) {
                over = true;
                now = List.copyOf(actions);
                actions.clear();
            }
            now.forEach(Runnable::run);
        }
    }

    private void untilItEnds() {
        ByteBuffer some = ByteBuffer.allocate(4096);
        try {
            while (alive.read(some.clear()) >= 0) {
                // it greets
            }
        } catch (IOException e) {
            System.getLogger(KeptHost.class.getName()).log(System.Logger.Level.DEBUG, "it is not kept any more", e);
        }
        if (!closed) {
            closed = true;
            watch.end();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        if (command.display()) {
            return direct().start(command, cancellation);
        }
        RefusedSession<Running> sessions = new RefusedSession<>(name, this::run);
        try {
            return scripts.start(command, cancellation, sessions);
        } catch (Trouble e) {
            return instead(sessions, e).start(command, cancellation);
        }
    }

    private Running run(String script) throws Trouble {
        try {
            return LocalPrograms.start(words(script, "-T"));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.CONNECT_FAILED, name, IoReason.of(e));
        }
    }

    /** @param how options; in a terminal -e none, since no key is the client's own there (ssh(1), ESCAPE CHARACTERS) */
    private List<String> words(String script, String... how) throws Trouble {
        List<String> words = kept.words(how);
        words.add(SshSessions.line(script, name));
        return words;
    }

    /** Where there is no room for one more session, a connection of our own has some. */
    private Host instead(RefusedSession<?> sessions, Trouble trouble) throws Trouble {
        if (closed || !NOT_BEGUN.contains(trouble.kind()) || !sessions.happened()) {
            throw trouble;
        }
        return direct();
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        if (command.display()) {
            return direct().openTerminal(command, columns, rows);
        }
        RefusedSession<Terminal> sessions = new RefusedSession<>(name, script -> terminal(script, columns, rows));
        try {
            return scripts.startTerminal(command, sessions);
        } catch (Trouble e) {
            return instead(sessions, e).openTerminal(command, columns, rows);
        }
    }

    private Terminal terminal(String script, int columns, int rows) throws Trouble {
        try {
            return LocalPrograms.openTerminal(words(script, "-tt", "-enone"), columns, rows);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.CONNECT_FAILED, name, IoReason.of(e));
        }
    }

    @Override
    public ByteStream connectUnix(String path) throws Trouble {
        ForwardedStream.Reason reason = () -> unreached(path, Command.script(REACHED, path));
        Optional<ByteStream> there = standing(path);
        if (there.isEmpty()) {
            Optional<Trouble> unreached = reason.ask(); // once it is forwarded, nobody tells why it is not reached
            if (unreached.isPresent()) {
                throw unreached.get();
            }
        }
        return new ForwardedStream(there.isPresent() ? there.get() : forwarded(path, path), reason);
    }

    @Override
    public ByteStream connectTcp(String address, int port) throws Trouble {
        String at = (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        String shown = address + ":" + port;
        Optional<ByteStream> there = standing(at);
        return new ForwardedStream(
                there.isPresent() ? there.get() : forwarded(at, shown),
                () -> unreached(shown, Command.script(ANSWERED, address, String.valueOf(port))));
    }

    private Optional<Trouble> unreached(String where, Command asking) throws Trouble {
        Output output = run(asking);
        return output.ok() ? Optional.empty() : Optional.of(SocketTrouble.of(null, where, output.lastError()));
    }

    /** Over a socket that is there already: of this call, or of an earlier one. */
    private Optional<ByteStream> standing(String to) {
        if (Files.exists(kept.socketTo(to))) {
            try {
                return Optional.of(here.connectUnix(kept.socketTo(to).toString()));
            } catch (Trouble e) { // of a connection that is no more
                System.getLogger(KeptHost.class.getName()).log(System.Logger.Level.DEBUG, "nobody listens", e);
            }
        }
        return Optional.empty();
    }

    private ByteStream forwarded(String to, String shown) throws Trouble {
        String socket = kept.socketTo(to).toString();
        try (Running forwarding = LocalPrograms.start(kept.words("-O", "forward", "-L", socket + ":" + to))) {
            Output output = CancellableOutput.collect(forwarding);
            if (!output.ok()) {
                throw SocketTrouble.of(null, shown, output.lastError());
            }
            return here.connectUnix(socket);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.CONNECT_FAILED, name, IoReason.of(e));
        }
    }

    private synchronized Host direct() throws Trouble {
        if (direct == null) {
            direct = own.open();
        }
        return direct;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void onLost(Runnable lost) {
        watch.add(lost);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            alive.close();
        } catch (IOException e) {
            System.getLogger(KeptHost.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
        }
        if (direct != null) {
            direct.close();
        }
    }
}
