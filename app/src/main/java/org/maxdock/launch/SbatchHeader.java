package org.maxdock.launch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of a script by which sbatch knows its options. sbatch reads them itself, and not as a shell does: a
 * backslash takes the next character as it is within single quotes too, and a number sign outside of quotes begins a
 * comment (tried with SLURM 22.05). bash passes them over as comments.
 */
final class SbatchHeader {

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private SbatchHeader() {}

    /** One line for each option, none of which holds a line break. */
    static String of(List<String> options) {
        return options.stream().map(o -> "#SBATCH " + word(o)).collect(Collectors.joining("\n"));
    }

    private static String word(String option) {
        return option.matches(PLAIN)
                ? option
                : "'" + option.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
