package org.maxdock.slurm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Message;

/** How a job or an array's task ended, in words. */
public final class JobEnding {

    /** sacct(1), ExitCode: the exit status, a colon, and the signal that ended it, or 0. */
    private static final Pattern EXIT_CODE = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

    /** What SLURM writes in place of a signal where the memory did not suffice: SIG_OOM of slurm.h. */
    private static final int OUT_OF_MEMORY = 125;

    /** A shell's status for a program that a signal ended is this and the signal's number (POSIX, 2.8.2). */
    private static final int SHELL_SIGNAL = 128;

    private static final int LAST_SIGNAL = 64; // signal(7)

    private JobEnding() {}

    /** The state, and the exit status or signal where they say more. */
    public static Message of(EndedJob job) {
        Message state = StateWords.ofJob(job.state());
        Matcher code = EXIT_CODE.matcher(job.status().strip());
        if (!code.matches()) {
            return state;
        }
        int status = Integer.parseInt(code.group(1));
        int signal = Integer.parseInt(code.group(2));
        if (signal == OUT_OF_MEMORY) {
            return StateWords.ofJob("OUT_OF_MEMORY");
        }
        if (signal != 0) {
            return Message.of("slurm.ended.signal", state, String.valueOf(signal));
        }
        if (status > SHELL_SIGNAL && status <= SHELL_SIGNAL + LAST_SIGNAL) {
            return Message.of(
                    "slurm.ended.status-of-signal",
                    state,
                    String.valueOf(status),
                    String.valueOf(status - SHELL_SIGNAL));
        }
        return status == 0 ? state : Message.of("slurm.ended.status", state, String.valueOf(status));
    }
}
