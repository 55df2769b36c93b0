package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * How a script of ours is begun, whatever the account's start-up files do. They get no input and may print, and may
 * turn their own input and outputs elsewhere; what they leave behind in their own shell (options, aliases, IFS) stays
 * there, since the script has a shell of its own, which keeps their environment, folder, umask and limits. That shell
 * prints a mark, and then becomes the script.
 *
 * @param mark what ends whatever was printed before
 * @param markedInput whether {@link StartMark#aheadOfInput} goes ahead of its input
 * @param terminal whether its outputs are one
 */
public record ScriptStart(
        StartMark mark, StartFiles files, Surroundings surroundings, boolean markedInput, boolean terminal) {

    /** A shell reads these before its first line, and would follow them, were it ours or not (bash(1)). */
    private static final String PLAIN =
            "/usr/bin/env -u SHELLOPTS -u BASHOPTS -u POSIXLY_CORRECT -u BASH_COMPAT \"$BASH\" --norc";

    /** What the user has each script read first is not read by ours, but by those that it starts. */
    private static final String WITHOUT_BASH_ENV = """
            if [ -n "${BASH_ENV+set}" ]; then
              printf -v line %q "$BASH_ENV"
              exec /usr/bin/env -u BASH_ENV "$BASH" --norc -c "export BASH_ENV=$line
            $0" bash "$@"
            fi
            """;

    /** A bash script that does all this, and then is {@code script} with these arguments. */
    public String around(String script, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(begin(), script));
        words.addAll(arguments);
        // where words may be aliases, but for those that are quoted
        return files.then("\\exec " + PLAIN + privileged() + " -c " + Shell.joinForBash(words), terminal);
    }

    /** With -p bash takes no functions and options from its environment (bash(1), SHELL BUILTIN COMMANDS, set). */
    private String privileged() {
        return surroundings == Surroundings.OURS ? " -p" : "";
    }

    /** Run with the script as $0 and its arguments as $1, $2, … */
    private String begin() {
        return (markedInput ? mark.skipping() + "\n" : "")
                + surroundings.setting()
                + "SHLVL=2\n" // at 1 and over SSH some builds of bash read ~/.bashrc for each script that is started
                + mark.printing() + "\n"
                + (terminal ? "" : mark.printing() + " >&2\n")
                + (surroundings == Surroundings.USERS ? WITHOUT_BASH_ENV : "")
                + "exec \"$BASH\" --norc" + privileged() + " -c \"$0\" bash \"$@\"";
    }
}
