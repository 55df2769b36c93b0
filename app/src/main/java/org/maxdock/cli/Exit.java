package org.maxdock.cli;

import java.util.Set;
import org.maxdock.text.Trouble;

/** Exit statuses. */
final class Exit {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DOES_NOT_HOLD = 3;

    private static final Set<String> WRONG_USAGE =
            Set.of("bad-target", "bad-mapping", "bad-mode", "bad-argument", "bad-variable", "bad-slurm-option");

    private Exit() {}

    static int of(Trouble trouble) {
        return WRONG_USAGE.contains(trouble.key()) ? USAGE : FAILED;
    }
}
