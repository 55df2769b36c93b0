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

    /** Keeps its own input and outputs while start-up files are read. */
    private static final String KEEP = "exec 61<&0 62>&1 63>&2 </dev/null\n";

    /** In a shell where words may be aliases, but for those that are quoted. */
    private static final String TAKE_BACK = "\\exec 0<&61 1>&62 2>&63 61<&- 62>&- 63>&-\n";

    /** A shell reads these before its first line, and would follow them, were it ours or not (bash(1)). */
    private static final String PLAIN =
            "/usr/bin/env -u SHELLOPTS -u BASHOPTS -u POSIXLY_CORRECT -u BASH_COMPAT \"$BASH\" --norc";

    /** A bash script that does all this, and then is {@code script} with these arguments. */
    public String around(String script, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(begin(), script));
        words.addAll(arguments);
        return KEEP + files.then(TAKE_BACK + "\\exec " + PLAIN + privileged() + " -c " + Shell.joinForBash(words));
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
                + "exec \"$BASH\" --norc" + privileged() + " -c \"$0\" bash \"$@\"";
    }
}
