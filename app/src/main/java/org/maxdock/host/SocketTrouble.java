package org.maxdock.host;

import java.util.Locale;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Why a socket of a host cannot be reached, told apart by what the system or sshd says. */
public final class SocketTrouble {

    private SocketTrouble() {}

    public static Trouble of(Throwable cause, String where, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("permission denied")) {
            return new Trouble(cause, TroubleKind.SOCKET_DENIED, where);
        }
        if (lower.contains("prohibited")) {
            return new Trouble(cause, TroubleKind.FORWARDING_PROHIBITED, where);
        }
        boolean refused = lower.startsWith("channel is not opened"); // so JSch tells it, without the server's reason
        return new Trouble(cause, TroubleKind.NO_ENGINE, where, IoReason.atEnd(refused ? "connection refused" : said));
    }
}
