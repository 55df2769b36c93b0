package org.maxdock.host.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectStreamLocal;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.host.SocketTrouble;
import org.maxdock.host.Terminal;
import org.maxdock.host.local.LocalDisplay;
import org.maxdock.host.shell.AnyShell;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A host over one SSH connection, whose channels carry commands, terminals and streams to sockets. */
final class SshHost implements Host {

    private static final int OPEN_MS = 20_000;
    private static final int WATCH_MS = 250;

    private final String name;
    private final Session session;
    private final ScriptStarter scripts;
    private final LocalDisplay display = new LocalDisplay(System.getenv("DISPLAY"));
    private final AtomicReference<Runnable> lost = new AtomicReference<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ssh-watch").factory());

    SshHost(String name, Session session) {
        this.name = name;
        this.session = session;
        this.scripts = new ScriptStarter(this, true);
        var _ = watch.scheduleWithFixedDelay(this::tellIfLost, WATCH_MS, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    private void tellIfLost() {
        if (!session.isConnected()) {
            watch.shutdown();
            Runnable tell = lost.getAndSet(null);
            if (tell != null) {
                tell.run();
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        return scripts.start(command, cancellation, script -> run(command, script));
    }

    private SshRunning run(Command command, String script) throws Trouble {
        ChannelExec channel = open("exec", ChannelExec.class);
        try {
            begin(channel, command, script);
            SshRunning running = new SshRunning(channel);
            channel.connect(OPEN_MS);
            return running;
        } catch (JSchException | IOException e) {
            channel.disconnect();
            throw broken(e);
        }
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        return scripts.startTerminal(command, script -> terminal(command, script, columns, rows));
    }

    private Terminal terminal(Command command, String script, int columns, int rows) throws Trouble {
        ChannelExec channel = open("exec", ChannelExec.class);
        try {
            channel.setPty(true);
            channel.setPtyType("xterm-256color", columns, rows, columns * 8, rows * 16);
            begin(channel, command, script);
            SshTerminal terminal = new SshTerminal(channel);
            channel.connect(OPEN_MS);
            return terminal;
        } catch (JSchException | IOException e) {
            channel.disconnect();
            throw broken(e);
        }
    }

    private void begin(ChannelExec channel, Command command, String script) throws Trouble {
        if (command.display()) {
            display.offer(session);
            channel.setXForwarding(true);
        }
        try {
            channel.setCommand(AnyShell.line(script).getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.COMMAND_TOO_LONG, name, AnyShell.LONGEST >> 10);
        }
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
            Inbox inbox = new Inbox();
            channel.setOutputStream(inbox.writer());
            SshStream stream = new SshStream(channel, inbox, channel.getOutputStream());
            channel.connect(OPEN_MS);
            return stream;
        } catch (JSchException | IOException e) {
            channel.disconnect();
            if (!session.isConnected()) {
                throw broken(e);
            }
            throw SocketTrouble.of(e, where, deepest(e));
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
        return session.isConnected()
                ? new Trouble(e, TroubleKind.CHANNEL_REFUSED, name, String.valueOf(e.getMessage()))
                : new Trouble(e, TroubleKind.CONNECTION_LOST, name);
    }

    @Override
    public boolean isOpen() {
        return session.isConnected();
    }

    @Override
    public void onLost(Runnable action) {
        lost.set(action);
    }

    @Override
    public void close() {
        lost.set(null);
        watch.shutdownNow();
        display.close();
        session.disconnect();
    }
}
