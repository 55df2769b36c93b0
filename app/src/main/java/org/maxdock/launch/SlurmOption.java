package org.maxdock.launch;

import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** An option that a launch passes on to salloc and sbatch, in its long form: --mem=4G. */
final class SlurmOption {

    static final int LONGEST = 4_000;

    private static final Pattern FORM = Pattern.compile("--[a-z][a-z0-9-]*(?:=.*)?");

    /** What the launch itself sets, and what would make of it something else. */
    private static final List<String> TAKEN =
            List.of("wrap", "parsable", "comment", "job-name", "ntasks", "ntasks-per-node", "test-only", "array");

    private SlurmOption() {}

    /**
     * An option may be shortened as long as it is clear which is meant (getopt_long(3)), so that the beginning of a
     * name is that name.
     *
     * @throws InvalidValue where it is none, or the launch sets it
     */
    static void check(String option) {
        Valid.utf8Line("--slurm-arg", option, LONGEST);
        int equals = option.indexOf('=');
        String name = option.substring(0, equals < 0 ? option.length() : equals).replaceFirst("^--", "");
        if (!FORM.matcher(option).matches() || TAKEN.stream().anyMatch(t -> t.startsWith(name))) {
            throw new InvalidValue(TroubleKind.BAD_SLURM_OPTION, Valid.shown(option));
        }
    }
}
