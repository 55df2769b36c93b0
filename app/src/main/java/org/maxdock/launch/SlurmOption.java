package org.maxdock.launch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * An option that a launch passes on to salloc and sbatch as it is, in one word: --mem=4G, --oversubscribe, -s. What it
 * means is SLURM's to know; what it refuses, the preflight tells.
 */
final class SlurmOption {

    static final int LONGEST = 4_000;

    private static final Pattern FORM = Pattern.compile("--[A-Za-z][A-Za-z0-9_-]*(?:=.*)?|-[A-Za-z].*");

    /** What the launch itself sets, and what would make of it something else. */
    private static final List<String> TAKEN = List.of(
            "wrap",
            "parsable",
            "comment",
            "job-name",
            "ntasks",
            "ntasks-per-node",
            "test-only",
            "array",
            "help",
            "usage",
            "version");

    /** The same in short: -n, -J, -a; -h and -V have them only say something of themselves. */
    private static final String TAKEN_SHORT = "nJahV";

    /** Without a value, so that the next option may be joined to them (getopt_long(3)): -QV. */
    private static final Pattern SWITCHES = Pattern.compile("[HOQsvW]*");

    private SlurmOption() {}

    /**
     * An option may be shortened as long as it is clear which is meant (getopt_long(3)), so that the beginning of a
     * name is that name.
     *
     * @throws InvalidValue where it is none, or the launch sets it
     */
    static void check(String option) {
        Valid.name("--slurm-arg", option, LONGEST);
        if (!FORM.matcher(option).matches() || isTaken(option)) {
            throw new InvalidValue(TroubleKind.BAD_SLURM_OPTION, Valid.shown(option));
        }
    }

    /** Of an option with one dash what comes after the switches that it begins with; as it is where nothing does. */
    static String withoutSwitches(String option) {
        Matcher switches = SWITCHES.matcher(option).region(1, option.length());
        int own = switches.lookingAt() ? switches.end() : 1;
        return own == option.length() ? option : "-" + option.substring(own);
    }

    private static boolean isTaken(String option) {
        if (!option.startsWith("--")) {
            return TAKEN_SHORT.indexOf(withoutSwitches(option).charAt(1)) >= 0;
        }
        int equals = option.indexOf('=');
        String name = option.substring("--".length(), equals < 0 ? option.length() : equals);
        return TAKEN.stream().anyMatch(t -> t.startsWith(name));
    }
}
