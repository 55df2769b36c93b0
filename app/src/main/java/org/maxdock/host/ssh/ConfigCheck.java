package org.maxdock.host.ssh;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whether a line of a configuration is written as OpenSSH's client has it, which stops at one that is not. */
final class ConfigCheck {

    private static final Pattern FLAG = Pattern.compile("(?i)yes|no|true|false");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern PORT =
            Pattern.compile("0*(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])");

    /** Keywords with a single value, by what it looks like. */
    private static final Map<String, Pattern> LOOKS = Map.ofEntries(
            Map.entry("batchmode", FLAG),
            Map.entry("checkhostip", FLAG),
            Map.entry("compression", FLAG),
            Map.entry("gssapiauthentication", FLAG),
            Map.entry("gssapidelegatecredentials", FLAG),
            Map.entry("hashknownhosts", FLAG),
            Map.entry("hostbasedauthentication", FLAG),
            Map.entry("identitiesonly", FLAG),
            Map.entry("kbdinteractiveauthentication", FLAG),
            Map.entry("nohostauthenticationforlocalhost", FLAG),
            Map.entry("passwordauthentication", FLAG),
            Map.entry("proxyusefdpass", FLAG),
            Map.entry("addressfamily", Pattern.compile("(?i)inet|inet6|any")),
            Map.entry("numberofpasswordprompts", NUMBER),
            Map.entry("port", PORT),
            Map.entry("serveralivecountmax", NUMBER));

    /** Others with a single value. */
    private static final Set<String> ONE = Set.of(
            "bindaddress",
            "bindinterface",
            "casignaturealgorithms",
            "certificatefile",
            "ciphers",
            "connecttimeout",
            "hostkeyalgorithms",
            "hostkeyalias",
            "hostname",
            "identityagent",
            "identityfile",
            "kexalgorithms",
            "macs",
            "preferredauthentications",
            "pubkeyacceptedalgorithms",
            "pubkeyauthentication",
            "requiredrsasize",
            "serveraliveinterval",
            "stricthostkeychecking",
            "user");

    private static final Set<String> FILES = Set.of("userknownhostsfile", "globalknownhostsfile");

    private ConfigCheck() {}

    /**
     * @param keyword by the name that it has now
     * @param where file and line
     */
    static void check(String keyword, List<String> values, String where) throws Trouble {
        Pattern looks = LOOKS.get(keyword);
        boolean single = looks != null || ONE.contains(keyword);
        boolean right = (!single || values.size() == 1)
                && (looks == null || looks.matcher(values.getFirst()).matches())
                && (!FILES.contains(keyword)
                        || values.size() == 1
                        || values.stream().noneMatch(ConfigInterpreter::isNone))
                && (!keyword.equals("setenv") || values.stream().allMatch(value -> value.indexOf('=') > 0))
                && (!keyword.equals("sendenv") || values.stream().noneMatch(value -> value.contains("=")));
        if (!right) {
            throw new Trouble(TroubleKind.SSH_CONFIG_BAD, where + ": " + keyword + " " + String.join(" ", values));
        }
    }
}
