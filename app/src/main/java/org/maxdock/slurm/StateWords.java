package org.maxdock.slurm;

import java.util.Locale;
import java.util.Set;
import org.maxdock.text.Message;

/**
 * States in the words of the language, wherever a person reads them; what a program reads has SLURM's own. Those of
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
            "requeue_fed",
            "requeue_hold",
            "requeued",
            "resizing",
            "revoked",
            "running",
            "signaling",
            "special_exit",
            "stage_out",
            "stopped",
            "suspended",
            "timeout");

    private static final Set<String> OF_NODES = Set.of(
            "allocated",
            "blocked",
            "completing",
            "down",
            "drained",
            "draining",
            "fail",
            "failing",
            "future",
            "idle",
            "inval",
            "maint",
            "mixed",
            "perfctrs",
            "planned",
            "power_down",
            "power_up",
            "powered_down",
            "powering_down",
            "powering_up",
            "reboot_issued",
            "reboot_requested",
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
