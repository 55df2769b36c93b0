package org.maxdock.engine;

import java.time.Instant;
import java.util.List;

/**
 * A container, as the engine lists it.
 *
 * @param image   as it was named at the start
 * @param imageId what that name meant then
 * @param state   in Docker's words: created, running, paused, restarting, exited, dead
 * @param status  the same in a sentence, such as: Up 5 minutes
 * @param ports   such as 127.0.0.1:8888→8888/tcp
 * @param mounts  such as /beegfs/desy→/data
 * @param owner   the user whose launch it is; empty where it is none of MaxDock's
 * @param job     the SLURM job it is in; empty for none
 */
public record ContainerSummary(String id, String name, String image, String imageId, String state, String status, Instant created, List<String> ports, List<String> mounts, String owner, String job) {

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isPaused() {
        return state.equals("paused");
    }
}
