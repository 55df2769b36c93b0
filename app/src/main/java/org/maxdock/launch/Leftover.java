package org.maxdock.launch;

import java.util.Optional;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;

/** Something of an earlier launch that is still there. */
public sealed interface Leftover {

    /** A terminal that lives on, and the launch in it. */
    record KeptTerminal(Mark mark) implements Leftover {}

    /** An allocation that no terminal holds. */
    record Allocation(JobId job, String name, String where, Mark mark) implements Leftover {}

    /**
     * A container whose job is gone, or that nobody holds any more.
     *
     * @param node none for the workgroup server
     */
    record Container(Optional<NodeName> node, String id, String name, String launch) implements Leftover {}

    /**
     * A folder for what a launch needed beside its container.
     *
     * @param node none for the workgroup server
     */
    record Folder(Optional<NodeName> node, String path) implements Leftover {}
}
