package org.maxdock.launch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.host.shell.ShellWords;

/**
 * Whether a command is itself what starts the ranks of an MPI program: mpirun by whatever name, also behind words that
 * only run another command, and in the text of a shell.
 */
final class RankStarter {

    /** Open MPI's, MPICH's and SLURM's; a distribution may have several beside each other: mpirun.openmpi. */
    private static final Pattern STARTS =
            Pattern.compile("(?s)(?:.*/)?(?:mpirun|mpiexec|orterun|prterun|srun)(?:\\.[^/]*)?");

    private static final Pattern SHELL = Pattern.compile("(?s)(?:.*/)?(?:ba|da|a|k|mk|z)?sh");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=.*");

    /** What is no command, or runs the one that comes after it (bash(1), SHELL GRAMMAR, and the pages of each). */
    private static final Pattern AHEAD = Pattern.compile(
            "(?:.*/)?(?:exec|env|time|command|builtin|nohup|nice)|[{!(]+|if|then|elif|else|while|until|do");

    /** Options of these that take the next word for their value: env -u, exec -a, nice -n, time -o. */
    private static final Set<String> VALUED = Set.of("-u", "--unset", "-C", "--chdir", "-a", "-n", "-o", "-f");

    /** Options of shells that do: bash -o pipefail, --rcfile FILE. */
    private static final Pattern SHELL_VALUED = Pattern.compile("[-+][A-Za-z]*[oO]|--rcfile|--init-file");

    /** Of these, what only tells where a command is: command -v, command -V. */
    private static final Pattern ASKS = Pattern.compile("-p?[vV]");

    /** What comes after the line of a here-document may be its text, and is not looked at. */
    private static final Pattern DOCUMENT = Pattern.compile("(?s)(^|\\n)([^\\n]*<<[^\\n]*).*");

    private static final int DEEPEST = 5;

    private RankStarter() {}

    static boolean is(List<String> command) {
        return is(command, DEEPEST);
    }

    private static boolean is(List<String> command, int deeper) {
        int at = 0;
        String ahead = "";
        boolean options = false; // of a word that comes ahead; a command's first word is none
        while (at < command.size()) {
            String word = command.get(at);
            if (options && VALUED.contains(word)) {
                at++;
            } else if (AHEAD.matcher(word).matches()) {
                options = true;
                ahead = word;
            } else if (ahead.equals("command") && ASKS.matcher(word).matches()) {
                return false;
            } else if (!ASSIGNMENT.matcher(word).matches() && !(options && word.startsWith("-"))) {
                break;
            }
            at++;
        }
        if (at >= command.size()) {
            return false;
        }
        String program = command.get(at).replaceFirst("^\\(+", "");
        return STARTS.matcher(program).matches()
                || deeper > 0
                        && SHELL.matcher(program).matches()
                        && startsIn(command.subList(at + 1, command.size()), deeper - 1);
    }

    /** The arguments of a shell: the text is what comes after its options, where one of these is c. */
    private static boolean startsIn(List<String> arguments, int deeper) {
        boolean isText = false;
        int at = 0;
        while (at < arguments.size() && arguments.get(at).matches("[-+]\\S+")) {
            String option = arguments.get(at);
            isText |= option.matches("-[A-Za-z]*c[A-Za-z]*");
            at += SHELL_VALUED.matcher(option).matches() ? 2 : 1;
        }
        if (!isText || at >= arguments.size()) {
            return false;
        }
        String text = DOCUMENT.matcher(arguments.get(at).strip()).replaceFirst("$1$2");
        return text.startsWith("-")
                || ShellWords.commands(text, Map.of()).stream().anyMatch(c -> is(c.words(), deeper));
    }
}
