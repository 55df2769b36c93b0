package org.maxdock.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

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

    public static LoginEnvironment of(Host host) throws Trouble {
        Output output = host.run(Command.script(SCRIPT).asUser());
        String[] fields = output.text().split("\0");
        if (!output.ok() || fields.length < 6 || !fields[1].matches("\\d+")) {
            throw new Trouble(TroubleKind.NO_LOGIN_SHELL, host.name(), output.lastError());
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

    public String get(String variable) {
        return variables.getOrDefault(variable, "");
    }

    public String home() {
        return get("HOME");
    }
}
