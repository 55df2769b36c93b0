package org.maxdock.slurm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user has set for salloc and sbatch (their manual pages, INPUT ENVIRONMENT VARIABLES), and counts where a
 * launch says nothing of it: on whose account, where and how long. All else of these variables would make of a launch
 * something else, an array say, and counts for none.
 */
public final class UserDefaults {

    /** The end of a variable's name, and the option that means the same; in its short form, where it has one. */
    private enum Wish {
        ACCOUNT("--account", "-A"),
        CONSTRAINT("--constraint", "-C"),
        PARTITION("--partition", "-p"),
        QOS("--qos", "-q"),
        RESERVATION("--reservation", ""),
        TIMELIMIT("--time", "-t"),
        WCKEY("--wckey", "");

        private final String option;
        private final String brief;
        private final Pattern inScript;

        Wish(String option, String brief) {
            this.option = option;
            this.brief = brief;
            this.inScript = Pattern.compile("(?m)^#SBATCH[ \t](?:.*[ \t])?'?(?:" + option + "(?=[=\\s']|$)"
                    + (brief.isEmpty() ? "" : "|" + brief) + ")");
        }

        boolean isIn(List<String> options) {
            return options.stream()
                    .anyMatch(o -> o.startsWith(option + "=") || !brief.isEmpty() && o.startsWith(brief));
        }
    }

    private UserDefaults() {}

    /**
     * As options, those that are not asked for anyhow.
     *
     * @param variables of the user's login shell
     * @param batch whether sbatch's count, or else salloc's
     * @param asked options in their long form
     */
    public static List<String> options(Map<String, String> variables, boolean batch, List<String> asked) {
        return Arrays.stream(Wish.values())
                .filter(w -> !w.isIn(asked))
                .map(w -> Map.entry(w.option, variables.getOrDefault((batch ? "SBATCH_" : "SALLOC_") + w, "")))
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    /** The variables of salloc that count, with blanks between them; its options win over them. */
    public static String ofSalloc() {
        return names("SALLOC_", w -> true);
    }

    /** Those of sbatch: they would win over what a script says, and so count only where it says nothing of them. */
    static String ofSbatch(String script) {
        return names("SBATCH_", w -> !w.inScript.matcher(script).find());
    }

    private static String names(String command, Predicate<Wish> counts) {
        return Arrays.stream(Wish.values()).filter(counts).map(w -> command + w).collect(Collectors.joining(" "));
    }
}
