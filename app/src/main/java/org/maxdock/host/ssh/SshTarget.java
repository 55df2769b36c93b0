package org.maxdock.host.ssh;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An SSH destination as ssh(1) takes it: {@code [user@]host[:port]} or {@code ssh://[user@]host[:port]}; the host may
 * be a name from the ssh configuration. The user may hold an {@code @}; an IPv6 address stands in brackets where a port
 * follows. As with OpenSSH, neither user nor host may hold what a shell would take for itself: both reach ProxyCommand.
 *
 * @param user null when the configuration or the system's user name is to be used
 * @param port 0 when the configuration or 22 is to be used
 */
public record SshTarget(String user, String host, int port) {

    private static final Pattern HOST = Pattern.compile(
            "[^-\\s\\p{Cntrl}'`\"$\\\\;&<>|(){}@/\\[\\]][^\\s\\p{Cntrl}'`\"$" + "\\\\;&<>|(){}@/\\[\\]]*");
    private static final Pattern USER = Pattern.compile("[^-\\s\\p{Cntrl}'`\";&<>|(){}][^\\p{Cntrl}'`\";&<>|(){}]*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]+)](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern ADDRESS6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\w.-]+)?");
    private static final int MOST = 65535;

    public SshTarget {
        if (!HOST.matcher(host).matches()
                || user != null && (!USER.matcher(user).matches() || user.endsWith("\\"))
                || port < 0
                || port > MOST) {
            throw new IllegalArgumentException("no SSH destination: " + user + "@" + host + ":" + port);
        }
    }

    public static SshTarget parse(String text) throws Trouble {
        String rest = text.strip();
        boolean uri = rest.regionMatches(true, 0, "ssh://", 0, 6);
        if (uri) {
            rest = rest.substring(6).replaceFirst("/$", "");
        }
        int at = rest.lastIndexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
        if (uri && user.isPresent()) {
            user = Optional.of(decoded(user.get(), text));
        }
        String place = rest.substring(at + 1);
        try {
            if (ADDRESS6.matcher(place).matches()) {
                return new SshTarget(user.orElse(null), place, 0);
            }
            Matcher m = BRACKETED.matcher(place);
            if (!m.matches()) {
                m = PLAIN.matcher(place);
            }
            if (m.matches()) {
                int port = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
                if (m.group(2) == null || port > 0) {
                    return new SshTarget(user.orElse(null), m.group(1), port);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.BAD_TARGET, text);
        }
        throw new Trouble(TroubleKind.BAD_TARGET, text);
    }

    /** A user in a URI may be written with percent signs (RFC 3986, 2.1). */
    private static String decoded(String user, String text) throws Trouble {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.BAD_TARGET, text);
        }
    }

    /** As it may be given again: user@host:port, as far as they were given. */
    @Override
    public String toString() {
        String name = host.contains(":") && port > 0 ? "[" + host + "]" : host;
        return (user == null ? "" : user + "@") + name + (port == 0 ? "" : ":" + port);
    }
}
