package org.maxdock.host.ssh;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which ways to log in are tried, in which order (PreferredAuthentications, and those that switch one off). */
final class LoginMethods {

    static final String KERBEROS = "gssapi-with-mic";
    static final String KEY = "publickey";
    static final String QUESTIONS = "keyboard-interactive";
    static final String PASSWORD = "password";

    private static final List<String> ALL = List.of(KERBEROS, KEY, QUESTIONS, PASSWORD);

    private static final Map<String, String> SWITCHES = Map.of(
            KEY, "pubkeyauthentication",
            QUESTIONS, "kbdinteractiveauthentication",
            PASSWORD, "passwordauthentication");

    private LoginMethods() {}

    static List<String> of(ConfigValues values) {
        List<String> preferred = values.first("preferredauthentications")
                .map(list -> Arrays.asList(list.split(",")))
                .orElse(ALL);
        return preferred.stream()
                .filter(ALL::contains)
                .filter(m -> m.equals(KERBEROS) ? values.yes("gssapiauthentication") : !values.no(SWITCHES.get(m)))
                .distinct()
                .toList();
    }
}
