package org.maxdock.host;

import java.util.Locale;
import org.maxdock.text.Trouble;

/** Why a socket of a host cannot be reached, told apart by what the system or sshd says. */
public final class SocketTrouble {

    private SocketTrouble() {}

    public static Trouble of(Throwable cause, String where, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("permission denied")) {
            return new Trouble(cause, "socket-denied", where);
        }
        if (lower.contains("prohibited")) {
            return new Trouble(cause, "forwarding-prohibited", where);
        }
        return new Trouble(cause, "no-engine", where, said);
    }
}
