package org.maxdock.launch;

import org.maxdock.host.shell.AnyShell;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.RawText;
import org.maxdock.text.TroubleKind;

/**
 * That a launch's script can come to a node: on the way it is one argument of salloc, srun and bash, and the values
 * that it gives the container are one variable. Linux takes no longer one than {@link AnyShell#LONGEST} bytes
 * (execve(2), Limits on size of arguments and environment), and else ends what was begun.
 */
final class ScriptLength {

    /** What bash writes around the values where they become a variable, and its name. */
    private static final int AROUND_VALUES = 256;

    private static final int KIB = 10;

    private ScriptLength() {}

    /**
     * The script, where it is not too long.
     *
     * @param mark that the script bears
     * @throws InvalidValue where it, or its values, would not come to a node
     */
    static String checked(String script, Mark mark) {
        ScriptValues.Parted parted = ScriptValues.part(script, mark);
        check(TroubleKind.LAUNCH_VALUES_TOO_LONG, parted.values(), AnyShell.LONGEST - AROUND_VALUES);
        check(TroubleKind.LAUNCH_TOO_LONG, parted.script(), AnyShell.LONGEST);
        return script;
    }

    private static void check(TroubleKind kind, String text, int most) {
        int bytes = RawText.bytes(text).length;
        if (bytes > most) {
            throw new InvalidValue(kind, (bytes >> KIB) + 1, AnyShell.LONGEST + 1 >> KIB);
        }
    }
}
