package org.maxdock.host.ssh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An SSH destination as ssh(1) takes it: {@code [user@]host[:port]}; the host may be a name from the ssh configuration.
 *
 * @param user null when the configuration or the system's user name is to be used
 * @param port 0 when the configuration or 22 is to be used
 */
public record SshTarget(String user, String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:([^@\\s]+)@)?([^@:\\s]+|\\[[0-9A-Fa-f:]+])(?::(\\d{1,5}))?");

    public static SshTarget parse(String text) throws Trouble {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw new Trouble(TroubleKind.BAD_TARGET, text);
        }
        int port = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        if (port > 65535) {
            throw new Trouble(TroubleKind.BAD_TARGET, text);
        }
        return new SshTarget(m.group(1), m.group(2).replaceAll("[\\[\\]]", ""), port);
    }
}
