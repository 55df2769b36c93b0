package org.maxdock.slurm;

import java.util.Map;
import java.util.Set;

/** Whether a job has ever begun, from what scontrol tells of it. */
public final class Begun {

    private static final Set<String> NO_NODES = Set.of("", "(null)");

    private Begun() {}

    /**
     * One that was put back into the queue has begun before; one that ended before it was given any node, cancelled
     * while it waited, say, never has.
     */
    public static boolean has(Map<String, String> details) {
        String state = details.getOrDefault("JobState", "");
        if (!details.getOrDefault("Restarts", "0").equals("0")) {
            return true;
        }
        boolean endedWithoutNodes = FinalStates.has(state) && NO_NODES.contains(details.getOrDefault("NodeList", ""));
        return !Job.WAITING.contains(state) && !endedWithoutNodes;
    }
}
