package org.maxdock.slurm;

import java.util.Set;

/**
 * The states that a job never leaves by itself (squeue(1), JOB STATE CODES). All others are those of a job that may
 * still run: one that waits, is requeued or held, is being cleared up, and any that a later SLURM may have. REVOKED is
 * no end either: another cluster of the federation has the job.
 */
public final class FinalStates {

    private static final Set<String> STATES = Set.of(
            "BOOT_FAIL",
            "CANCELLED",
            "COMPLETED",
            "DEADLINE",
            "FAILED",
            "LAUNCH_FAILED",
            "NODE_FAIL",
            "OUT_OF_MEMORY",
            "PREEMPTED",
            "RECONFIG_FAIL",
            "TIMEOUT");

    private FinalStates() {}

    /** @param state as SLURM's commands write it; the accounts add by whom it was cancelled, or a + (sacct(1)) */
    public static boolean has(String state) {
        return STATES.contains(state.strip().replaceFirst("(?s)[ +].*", ""));
    }
}
