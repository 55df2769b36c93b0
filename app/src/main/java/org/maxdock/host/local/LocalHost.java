package org.maxdock.host.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.host.SocketStream;
import org.maxdock.host.SocketTrouble;
import org.maxdock.host.Terminal;
import org.maxdock.host.shell.AnyShell;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** This machine: commands through ProcessBuilder, terminals through a pseudo terminal. */
public final class LocalHost implements Host {

    /** pty4j sets the size of a terminal only after its first process runs, which may have asked for it by then. */
    private static final String SIZED = "stty rows \"$1\" columns \"$2\" 2>/dev/null\n";

    private final ScriptStarter scripts = new ScriptStarter(this, false);

    @Override
    public String name() {
        return "local";
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        return scripts.start(command, cancellation, this::run);
    }

    /** The longest word of a command line; beyond it the cause that Java tells names no length. */
    private static void checkLength(String script, String name) throws Trouble {
        if (RawText.bytes(script).length > AnyShell.LONGEST) {
            throw new Trouble(TroubleKind.COMMAND_TOO_LONG, name, AnyShell.LONGEST >> 10);
        }
    }

    private Running run(String script) throws Trouble {
        checkLength(script, name());
        try {
            return LocalPrograms.start(List.of("bash", "--norc", "-c", script));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_BASH, e.getMessage());
        }
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        return scripts.startTerminal(command, script -> terminal(script, columns, rows));
    }

    private Terminal terminal(String script, int columns, int rows) throws Trouble {
        checkLength(SIZED + script, name());
        try {
            return LocalPrograms.openTerminal(
                    List.of("bash", "--norc", "-c", SIZED + script, "bash", "" + rows, "" + columns), columns, rows);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_BASH, e.getMessage());
        }
    }

    @Override
    public ByteStream connectUnix(String path) throws Trouble {
        try {
            return new ChannelStream(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        } catch (IOException | IllegalArgumentException e) {
            throw SocketTrouble.of(e, path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ByteStream connectTcp(String address, int port) throws Trouble {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), 10_000);
            socket.setTcpNoDelay(true);
            return new SocketStream(socket);
        } catch (IOException e) {
            throw SocketTrouble.of(e, address + ":" + port, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void onLost(Runnable lost) {
        // this machine is never lost
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
