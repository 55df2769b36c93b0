package org.maxdock.host.local;

import com.jcraft.jsch.Session;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Command;
import org.maxdock.host.Tunnel;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The display that this machine's windows are on, for programs of a server to draw on. What comes from the server must
 * carry a key that was drawn for this connection; JSch sees to that, and can reach a display by a port only. So where
 * the display is at a Unix socket, there is a port before it, which wants a key of its own ({@link DisplayGate}).
 */
public final class LocalDisplay {

    private static final Pattern KEY = Pattern.compile("MIT-MAGIC-COOKIE-1\\s+([0-9a-f]{32})");
    private static final int KEY_BYTES = 16;

    private final String name;
    private final Consumer<Trouble> alarm;
    private final LocalHost machine = new LocalHost();
    private Way socket;
    private Tunnel tunnel;

    /**
     * How to get to it.
     *
     * @param key hexadecimal
     */
    record Way(String machine, int port, String key) {
        @Override
        public String toString() {
            return machine + ":" + port; // the key is in no log
        }
    }

    /**
     * @param name the value of DISPLAY; null for none
     * @param alarm is told when somebody without the key asks for the display
     */
    public LocalDisplay(String name, Consumer<Trouble> alarm) {
        this.name = name == null ? "" : name;
        this.alarm = alarm;
    }

    /** Lets the server's programs in. */
    public void offer(Session session) throws Trouble {
        Way way = way();
        session.setX11Host(way.machine());
        session.setX11Port(way.port());
        session.setX11Cookie(way.key());
    }

    synchronized Way way() throws Trouble {
        DisplayName display = DisplayName.read(name).orElseThrow(() -> new Trouble(TroubleKind.NO_DISPLAY, name));
        return switch (display) {
            case DisplayName.AtPort at -> new Way(at.machine(), at.port(), key().orElseGet(() -> hex(drawn())));
            case DisplayName.AtSocket at -> socket == null ? through(at.path()) : socket;
        };
    }

    private Way through(String path) throws Trouble {
        byte[] wanted = drawn();
        Optional<byte[]> real = key().map(HexFormat.of()::parseHex);
        tunnel = new Tunnel(
                () -> machine.connectUnix(path),
                new DisplayGate(wanted, real),
                who -> alarm.accept(new Trouble(TroubleKind.DISPLAY_ASKED, who)));
        socket = new Way("127.0.0.1", tunnel.localPort(), hex(wanted));
        return socket;
    }

    private Optional<String> key() throws Trouble {
        String said = machine.run(Command.script("command -v xauth >/dev/null && xauth list \"$1\"", name))
                .text();
        Matcher key = KEY.matcher(said);
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    private static byte[] drawn() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    public synchronized void close() {
        if (tunnel != null) {
            tunnel.close();
            tunnel = null;
            socket = null;
        }
    }
}
