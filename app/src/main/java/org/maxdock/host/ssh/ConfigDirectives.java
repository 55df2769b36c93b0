package org.maxdock.host.ssh;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.text.Trouble;

/** How what a line says adds to what is said already: the first value of a keyword counts, but for those of a list. */
final class ConfigDirectives {

    private static final Set<String> LISTS =
            Set.of("identityfile", "certificatefile", "sendenv", "localforward", "remoteforward", "dynamicforward");

    private static final Map<String, String> OLD_NAMES = Map.of(
            "pubkeyacceptedkeytypes", "pubkeyacceptedalgorithms",
            "challengeresponseauthentication", "kbdinteractiveauthentication",
            "skeyauthentication", "kbdinteractiveauthentication",
            "tisauthentication", "kbdinteractiveauthentication",
            "dsaauthentication", "pubkeyauthentication",
            "smartcarddevice", "pkcs11provider");

    private ConfigDirectives() {}

    /** @param where file and line, for the trouble about one that is not written as it must be */
    static void check(ConfigLine line, String where) throws Trouble {
        ConfigCheck.check(nameOf(line), line.values(), where);
    }

    private static String nameOf(ConfigLine line) {
        return OLD_NAMES.getOrDefault(line.keyword(), line.keyword());
    }

    static void apply(ConfigLine line, ConfigValues values) {
        String keyword = nameOf(line);
        switch (keyword) {
            case "proxyjump" -> {
                if (!values.has("proxyjump") && !values.has("proxycommand")) {
                    values.add(keyword, line.values().getFirst());
                }
            }
            case "proxycommand" -> { // ProxyJump none turns later jumps off, and no command
                boolean jumps = values.first("proxyjump")
                        .filter(j -> !ConfigInterpreter.isNone(j))
                        .isPresent();
                if (!jumps) {
                    values.addFirst(keyword, List.of(line.values().getFirst()));
                }
            }
            case "connecttimeout", "serveraliveinterval" -> { // none says nothing, and leaves it to a later line
                if (!line.values().getFirst().equals("none")) {
                    values.addFirst(keyword, List.of(line.values().getFirst()));
                }
            }
            case "sendenv" -> line.values().forEach(v -> sendEnv(v, values));
            case "userknownhostsfile", "globalknownhostsfile", "setenv", "canonicaldomains" ->
                values.addFirst(keyword, line.values());
            default -> {
                String value = line.values().getFirst();
                if (LISTS.contains(keyword)) {
                    if (!values.all(keyword).contains(value)) {
                        values.add(keyword, value);
                    }
                } else {
                    values.addFirst(keyword, List.of(value));
                }
            }
        }
    }

    /** {@code -NAME} takes back what was said before. */
    private static void sendEnv(String pattern, ConfigValues values) {
        if (pattern.startsWith("-")) {
            values.replace(
                    "sendenv",
                    values.all("sendenv").stream()
                            .filter(p -> !HostPatterns.matches(p, pattern.substring(1)))
                            .toList());
        } else {
            values.add("sendenv", pattern);
        }
    }
}
