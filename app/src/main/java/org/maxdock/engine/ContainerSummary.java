package org.maxdock.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.maxdock.text.Printable;

/**
 * A container, as the engine lists it.
 *
 * @param image as it was named at the start
 * @param imageId what that name meant then
 * @param state in Docker's words: created, running, paused, restarting, exited, dead
 * @param status the same in a sentence, such as: Up 5 minutes
 * @param ports such as 127.0.0.1:8888→8888/tcp
 * @param mounts such as /shared/me→/data
 * @param owner the user whose it is; empty where nobody can tell, as by labels, which anybody may write
 * @param job the SLURM job it is in; empty for none, and where nobody can tell
 * @param labels by name
 */
public record ContainerSummary(
        String id,
        String name,
        String image,
        String imageId,
        String state,
        String status,
        Instant created,
        List<String> ports,
        List<String> mounts,
        String owner,
        String job,
        Map<String, String> labels) {

    public ContainerSummary {
        owner = Printable.line(owner);
        job = Printable.line(job);
        labels = Map.copyOf(labels);
    }

    /** The same container, of which it is known whose it is. */
    public ContainerSummary of(String user, String ofJob) {
        return new ContainerSummary(
                id, name, image, imageId, state, status, created, ports, mounts, user, ofJob, labels);
    }

    /** Whether it says of itself that it is a launch's; its image may have said so for it. */
    public boolean saysItIsALaunchs() {
        return labels.keySet().stream().anyMatch(label -> label.startsWith("maxdock."));
    }

    /** Whether it has a label, {@code NAME} or {@code NAME=VALUE}, as the filter of `docker ps` has it. */
    public boolean hasLabel(String label) {
        String[] pair = label.split("=", 2);
        return pair.length == 1 ? labels.containsKey(pair[0]) : pair[1].equals(labels.get(pair[0]));
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isPaused() {
        return state.equals("paused");
    }
}
