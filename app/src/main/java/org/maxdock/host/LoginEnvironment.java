package org.maxdock.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.text.Printable;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Who the user is on a host, and what a login shell there knows.
 *
 * @param groups ids of all groups, the primary one included
 * @param variables the environment of a login shell
 */
public record LoginEnvironment(
        String user,
        int uid,
        int gid,
        List<String> groups,
        List<String> groupNames,
        String hostName,
        Map<String, String> variables) {

    private static final String SCRIPT = """
            printf '%s\\0' "$(id -un)" "$(id -u)" "$(id -g)" "$(id -G)" "$(id -Gn)" \
            "$(hostname 2>/dev/null || uname -n)" && env -0""";

    private static final int MOST = 8 << 20; // execve(2) takes no larger environment
    private static final int SHOWN = 80;

    public static LoginEnvironment of(Host host) throws Trouble {
        Output output = host.run(Command.script(SCRIPT).asUser());
        if (!output.ok()) {
            throw new Trouble(TroubleKind.NO_LOGIN_SHELL, host.name(), output.lastError());
        }
        return read(host.name(), output.text());
    }

    static LoginEnvironment read(String host, String printed) throws Trouble {
        return Untrusted.of(MOST, TroubleKind.NO_LOGIN_SHELL, host).text(printed, LoginEnvironment::read);
    }

    private static LoginEnvironment read(String printed) throws IOException {
        String[] fields = printed.split("\0");
        if (fields.length < 6 || !isId(fields[1]) || !isId(fields[2])) {
            throw new IOException(Printable.line(fields.length == 0 ? "" : fields[0], SHOWN));
        }
        Map<String, String> variables = new TreeMap<>();
        for (int i = 6; i < fields.length; i++) {
            int equals = fields[i].indexOf('=');
            if (equals > 0) {
                variables.put(fields[i].substring(0, equals), fields[i].substring(equals + 1));
            }
        }
        return new LoginEnvironment(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                List.of(fields[3].split(" ")),
                List.of(fields[4].split(" ")),
                fields[5],
                variables);
    }

    /** Linux has ids up to 32 bits; those that this program can carry are the lower half, as everybody's are. */
    private static boolean isId(String text) {
        return text.matches("[0-9]{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;
    }

    public String get(String variable) {
        return variables.getOrDefault(variable, "");
    }

    public String home() {
        return get("HOME");
    }
}
