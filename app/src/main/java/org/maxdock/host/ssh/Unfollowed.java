package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What a configuration may say that MaxDock does not follow. What would change trust or route for the worse is refused.
 */
final class Unfollowed {

    /** Without these, a server would be trusted, or reached, in another way than the user wants. */
    private static final Map<String, String> REFUSED = Map.of(
            "revokedhostkeys", "RevokedHostKeys",
            "knownhostscommand", "KnownHostsCommand",
            "proxyusefdpass", "ProxyUseFdpass");

    /** Without these, more is asked, or less is trusted, than the user wants. */
    private static final Map<String, String> TOLD = new TreeMap<>(Map.of(
            "verifyhostkeydns", "VerifyHostKeyDNS",
            "checkhostip", "CheckHostIP",
            "nohostauthenticationforlocalhost", "NoHostAuthenticationForLocalhost",
            "gssapikeyexchange", "GSSAPIKeyExchange"));

    /** Without these, ways to log in are missing. */
    private static final Map<String, String> LOGIN = new TreeMap<>(Map.of(
            "hostbasedauthentication", "HostbasedAuthentication",
            "pkcs11provider", "PKCS11Provider",
            "securitykeyprovider", "SecurityKeyProvider"));

    private static final List<String> NOTHING = List.of("no", "none", "false", "internal", "");

    private Unfollowed() {}

    static void refuse(ConfigValues values) throws Trouble {
        for (Map.Entry<String, String> each : REFUSED.entrySet()) {
            if (says(values, each.getKey())) {
                throw new Trouble(
                        TroubleKind.SSH_OPTION_REFUSED,
                        each.getValue(),
                        values.first(each.getKey()).orElseThrow());
            }
        }
    }

    /** What is told before connecting. */
    static List<Message> notes(ConfigValues values) {
        List<Message> notes = new ArrayList<>(told(values, TOLD));
        values.skipped().forEach(skipped -> notes.add(Message.of("ssh.note.match", skipped)));
        return notes;
    }

    /** What is told when nobody was let in. */
    static List<Message> loginNotes(ConfigValues values) {
        return told(values, LOGIN);
    }

    private static List<Message> told(ConfigValues values, Map<String, String> keywords) {
        return keywords.entrySet().stream()
                .filter(e -> says(values, e.getKey()))
                .map(e -> Message.of(
                        "ssh.note.unfollowed",
                        e.getValue(),
                        values.yes(e.getKey())
                                ? "yes"
                                : values.first(e.getKey()).orElseThrow()))
                .toList();
    }

    private static boolean says(ConfigValues values, String keyword) {
        return values.first(keyword)
                .filter(v -> !NOTHING.contains(v.toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
    }
}
