package org.maxdock.paste;

import java.util.List;
import java.util.Set;

/**
 * An option of srun, salloc or sbatch as it stands among words, with its value (srun(1), salloc(1), sbatch(1)); those
 * of pyxis among them, which begin with {@code container-} or {@code no-container-}.
 *
 * @param name without its dashes
 * @param value empty where there is none
 * @param words how many words it takes, one or two
 * @param text as it stands there
 */
record StepOption(String name, String value, int words, String text) {

    /** Those with one letter that have a value. */
    private static final String WITH_VALUE = "aABbcCdDeFGiJLmMnNopPqrStTUwx";

    /** What only sbatch knows without one. */
    private static final Set<String> SBATCH_ONLY = Set.of("W", "wait");

    /** Those with a name that have none, or only behind a sign. */
    private static final Set<String> WITHOUT_VALUE = Set.of(
            "async",
            "bcast",
            "bell",
            "compress",
            "contiguous",
            "disable-status",
            "exact",
            "exclusive",
            "external",
            "get-user-env",
            "help",
            "hold",
            "ignore-pbs",
            "immediate",
            "interactive",
            "kill-command",
            "kill-on-bad-exit",
            "label",
            "multi-prog",
            "nice",
            "no-allocate",
            "no-bell",
            "no-kill",
            "no-requeue",
            "no-shell",
            "overcommit",
            "overlap",
            "oversubscribe",
            "parsable",
            "preserve-env",
            "propagate",
            "pty",
            "quiet",
            "reboot",
            "requeue",
            "resv-ports",
            "send-libs",
            "share",
            "spread-job",
            "stepmgr",
            "test-only",
            "unbuffered",
            "usage",
            "use-min-nodes",
            "verbose",
            "version",
            "whole",
            "x11");

    private static final Set<String> PYXIS_WITH_VALUE =
            Set.of("image", "mounts", "workdir", "name", "save", "env", "id");

    private static final String PYXIS = "container-";
    private static final String PYXIS_NOT = "no-" + PYXIS;

    /**
     * That at a place.
     *
     * @param at of a word that begins with a dash
     * @param ofSbatch whether it is sbatch that has it
     */
    static StepOption at(List<String> words, int at, boolean ofSbatch) {
        String word = words.get(at);
        boolean named = word.startsWith("--");
        int equals = named ? word.indexOf('=') : -1;
        String name = named
                ? word.substring(2, equals < 0 ? word.length() : equals)
                : word.substring(1, Math.min(2, word.length()));
        boolean valued = named ? equals < 0 && isValued(name) : word.length() == 2 && isLetterValued(name);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        if (valued && !(ofSbatch && SBATCH_ONLY.contains(name)) && !next.isEmpty() && !next.startsWith("-")) {
            return new StepOption(name, next, 2, word + " " + next);
        }
        return new StepOption(name, equals < 0 ? "" : word.substring(equals + 1), 1, word);
    }

    private static boolean isLetterValued(String letter) {
        return WITH_VALUE.contains(letter) || SBATCH_ONLY.contains(letter);
    }

    private static boolean isValued(String name) {
        if (name.startsWith(PYXIS_NOT)) {
            return false;
        }
        return name.startsWith(PYXIS)
                ? PYXIS_WITH_VALUE.contains(name.substring(PYXIS.length()))
                : !WITHOUT_VALUE.contains(name);
    }

    /** Whether it is about the container, and text is one of those with a name. */
    boolean isOfContainer() {
        return text.startsWith("--") && (name.startsWith(PYXIS) || name.startsWith(PYXIS_NOT));
    }

    /** What it says of the container, such as {@code image}. */
    String ofContainer() {
        return name.startsWith(PYXIS) ? name.substring(PYXIS.length()) : name;
    }
}
