package org.maxdock.host.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What commands of a pasted text set, {@code DATA=/x} or {@code export DATA=/x}, for those that come after them. */
final class Assignments {

    private static final Set<String> BUILTINS = Set.of("export", "declare", "typeset", "readonly", "local");
    private static final Pattern ONE = Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*)=(.*)");

    private static final Set<String> BEGINS = Set.of("if", "while", "until", "for", "case", "select");
    private static final Set<String> ENDS = Set.of("fi", "done", "esac");

    private final Map<String, String> variables;
    private int depth;

    /** @param variables is changed by each command */
    Assignments(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * @param unresolved what is not known in the command: a value that holds some is not known either
     * @param before what ended the command before it: what depends on another command is not known
     * @param operator what ends it: what runs beside the shell sets nothing
     */
    void after(List<String> words, List<String> unresolved, String before, String operator) {
        String first = words.isEmpty() ? "" : words.getFirst();
        depth += BEGINS.contains(first) ? 1 : ENDS.contains(first) ? -1 : 0;
        boolean beside = before.equals("|") || operator.equals("|") || operator.equals("&");
        boolean builtin = !words.isEmpty() && BUILTINS.contains(words.getFirst());
        if (beside || !builtin && !words.stream().allMatch(w -> ONE.matcher(w).matches())) {
            return;
        }
        for (String word : words) {
            var one = ONE.matcher(word);
            if (one.matches()) {
                boolean known = depth == 0
                        && !before.equals("||")
                        && unresolved.stream().noneMatch(one.group(2)::contains);
                if (known) {
                    variables.put(one.group(1), one.group(2));
                } else {
                    variables.remove(one.group(1));
                }
            }
        }
    }
}
