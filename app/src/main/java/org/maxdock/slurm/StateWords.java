package org.maxdock.slurm;

import java.util.Locale;
import java.util.Set;
import org.maxdock.text.Message;

/**
 * States in the words of the language, for sentences and cards of ours; a column of SLURM's has SLURM's own. Those of
 * jobs are in squeue(1), JOB STATE CODES, those of nodes in sinfo(1), NODE STATE CODES; one that is not known there
 * stays as it is.
 */
public final class StateWords {

    private static final Set<String> OF_JOBS = Set.of(
            "boot_fail",
            "cancelled",
            "completed",
            "completing",
            "configuring",
            "deadline",
            "failed",
            "launch_failed",
            "node_fail",
            "out_of_memory",
            "pending",
            "preempted",
            "requeued",
            "running",
            "stopped",
            "suspended",
            "timeout");

    private static final Set<String> OF_NODES = Set.of(
            "allocated",
            "completing",
            "down",
            "drained",
            "draining",
            "fail",
            "idle",
            "maint",
            "mixed",
            "planned",
            "reserved",
            "unknown");

    private StateWords() {}

    /** @param state as SLURM's commands write it; the accounts add by whom it was cancelled, or a + (sacct(1)) */
    public static Message ofJob(String state) {
        return of(OF_JOBS, "slurm.job.", state);
    }

    /**
     * @param state as sinfo writes it, with a sign of what else there is to it behind it, such as the * of silent ones
     */
    public static Message ofNode(String state) {
        return of(OF_NODES, "slurm.node.", state);
    }

    private static Message of(Set<String> known, String key, String state) {
        String word = state.strip().toLowerCase(Locale.ROOT).replaceFirst("(?s)[^a-z_].*", "");
        return known.contains(word) ? Message.of(key + word) : Message.of("slurm.state", state.strip());
    }
}
