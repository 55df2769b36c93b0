package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * Options of docker run, each in one word: {@code --name=value}, {@code --switch}, {@code -p80:80}. An option whose
 * value is a word of its own takes whatever comes next; without a value it would take the image's ID for it, and what
 * comes after that for the image. So a value is joined to its option, and a word that is no option is refused.
 */
public final class DockerWords {

    /** The options of docker run that take no value (docker run --help); all others do. */
    private static final Set<String> SWITCHES = Set.of(
            "detach",
            "disable-content-trust",
            "help",
            "init",
            "interactive",
            "no-healthcheck",
            "oom-kill-disable",
            "privileged",
            "publish-all",
            "quiet",
            "read-only",
            "rm",
            "sig-proxy",
            "tty",
            "use-api-socket");

    private static final String SHORT_SWITCHES = "ditPq";

    /** As Go's strconv.ParseBool reads one. */
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "False", "FALSE");

    private DockerWords() {}

    /** Whether an option of that name, without its dashes, takes no value. */
    public static boolean isSwitch(String name) {
        return name.length() == 1 ? SHORT_SWITCHES.contains(name) : SWITCHES.contains(name);
    }

    /** Of an option in one word that begins with switches, such as {@code -itv/a:/b}, what comes after these. */
    static String withoutSwitches(String word) {
        int at = 1;
        while (at < word.length() && word.charAt(0) == '-' && SHORT_SWITCHES.indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        return at == 1 || at == word.length() ? word : "-" + word.substring(at);
    }

    /**
     * The options, each in one word.
     *
     * @throws InvalidValue where a word is no option, or an option lacks its value
     */
    static List<String> joined(List<String> words) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isLong = word.startsWith("--");
            if (!word.startsWith("-") || word.length() < (isLong ? 3 : 2)) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "docker run", Valid.shown(word));
            }
            boolean lacks = isLong ? word.indexOf('=') < 0 && !SWITCHES.contains(word.substring(2)) : lacksValue(word);
            if (lacks && ++i == words.size()) {
                throw new InvalidValue(TroubleKind.VALUE_MISSING, Valid.shown(word));
            }
            options.add(lacks ? word + (isLong ? "=" : "") + words.get(i) : word);
        }
        return options;
    }

    /**
     * Whether an option has docker run end before its container does, show its help in the place of running, or keep
     * the container, which it refuses beside --rm: {@code --detach}, {@code -itd}, {@code --help}, {@code --restart}.
     */
    static boolean isUnattended(String word) {
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            String value = equals < 0 ? "" : word.substring(equals + 1);
            return switch (equals < 0 ? word : word.substring(0, equals)) {
                case "--detach", "--help" -> !FALSE.contains(value);
                case "--restart" -> !value.isEmpty() && !value.equals("no");
                default -> false;
            };
        }
        for (int at = 1; at < word.length() && SHORT_SWITCHES.indexOf(word.charAt(at)) >= 0; at++) {
            boolean valued = word.startsWith("=", at + 1);
            if (word.charAt(at) == 'd' && !(valued && FALSE.contains(word.substring(at + 2)))) {
                return true;
            }
        }
        return false;
    }

    /** One dash, then switches, then perhaps one option with its value: -it, -p80:80, -itp 80:80. */
    private static boolean lacksValue(String word) {
        int at = 1;
        while (at < word.length() && SHORT_SWITCHES.indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        return at == word.length() - 1;
    }
}
