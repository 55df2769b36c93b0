package org.maxdock.host.local;

import com.jcraft.jsch.Session;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Command;
import org.maxdock.host.Tunnel;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The display that this machine's windows are on, for programs of a server to draw on (X(7), DISPLAY NAMES). */
public final class LocalDisplay {

    private static final Pattern NAME =
            Pattern.compile("(?<host>[A-Za-z0-9.-]*)(?:/unix)?:(?<number>\\d{1,5})(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6000;

    private final String name;
    private final LocalHost machine = new LocalHost();
    private Tunnel socket;

    /** @param name the value of DISPLAY; null for none */
    public LocalDisplay(String name) {
        this.name = name == null ? "" : name;
    }

    /** Lets the server's programs in, by this display's own key. */
    public synchronized void offer(Session session) throws Trouble {
        Matcher display = NAME.matcher(name);
        if (!display.matches()) {
            throw new Trouble(TroubleKind.NO_DISPLAY, name);
        }
        int number = Integer.parseInt(display.group("number"));
        String where = display.group("host");
        if (where.isEmpty() || where.equals("unix")) {
            if (socket == null) {
                socket = new Tunnel(() -> machine.connectUnix("/tmp/.X11-unix/X" + number));
            }
            session.setX11Host("127.0.0.1");
            session.setX11Port(socket.localPort());
        } else {
            session.setX11Host(where);
            session.setX11Port(FIRST_PORT + number);
        }
        session.setX11Cookie(key().orElseGet(LocalDisplay::any));
    }

    private Optional<String> key() throws Trouble {
        String said = machine.run(Command.script("command -v xauth >/dev/null && xauth list \"$1\"", name))
                .text();
        Matcher key = Pattern.compile("MIT-MAGIC-COOKIE-1\\s+([0-9a-f]{32})").matcher(said);
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    /** A display without keys takes any. */
    private static String any() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public synchronized void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
