package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A script after the start-up files of a login shell, where nobody waits for its mark, as on a node that another script
 * has work to do on: these files get no input there, and what they print goes nowhere.
 */
public final class QuietLogin {

    /** For {@code bash -c}; then come a name, the script, and the script's arguments. */
    public static final String LINE = "exec 61<&0 62>&1 63>&2 </dev/null >/dev/null 2>&1; "
            + "exec bash -l -c '\\exec 0<&61 1>&62 2>&63 61<&- 62>&- 63>&-; \\exec bash -c \"$0\" bash \"$@\"' \"$@\"";

    private QuietLogin() {}

    /** The words that run a script so. */
    public static List<String> words(String script, Collection<String> arguments) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", LINE, "bash", script));
        words.addAll(arguments);
        return words;
    }
}
