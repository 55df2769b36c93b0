package org.maxdock.ui.terminals;

import java.util.Optional;
import org.maxdock.slurm.Mark;

/**
 * What a terminal is opened for.
 *
 * @param title what it is called, if nothing else is called so
 * @param running the key of the sentence that is said while it runs
 * @param lost the key of the sentence that says what becomes of it where it cannot be attached to after a loss
 * @param start starts it, or attaches to it where it runs already
 * @param attach attaches to it again after a lost connection, where that can be
 * @param mark of the launch that runs in it; empty for none
 * @param unattended what becomes of what runs in it when nobody is attached any more
 * @param again starts the same once more
 */
record TerminalTask(
        String title,
        String running,
        String lost,
        TerminalOpener start,
        Optional<TerminalOpener> attach,
        Optional<Mark> mark,
        Unattended unattended,
        Again again) {

    /** Starts the same once more. */
    interface Again {
        /** @param failed run where there is no other terminal for it */
        void start(Runnable failed);
    }

    /** What becomes of what runs when nobody is attached any more. */
    enum Unattended {
        ENDS,
        GOES_ON_FOR_A_WHILE,
        /** It is only looked at. */
        STAYS
    }
}
