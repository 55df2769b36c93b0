package org.maxdock.launch;

import java.util.Optional;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;

/** Something of an earlier launch that is still there. */
public sealed interface Leftover {

    /** A terminal that lives on, and the launch in it. */
    record KeptTerminal(Mark mark) implements Leftover {}

    /**
     * An allocation that no terminal holds.
     *
     * @param where its nodes, or in brackets the reason why it still waits for them
     */
    record Allocation(JobId job, String name, String where, Mark mark) implements Leftover {

        /** Whether it has no nodes yet. */
        public boolean waits() {
            return where.startsWith("(");
        }
    }

    /**
     * A container whose job is gone, or that nobody holds any more.
     *
     * @param node none for the workgroup server
     */
    record Container(Optional<NodeName> node, String id, String name, String launch) implements Leftover {}

    /**
     * A folder or file for what a launch, or a script of the site's in it, needed beside its container.
     *
     * @param node none for the workgroup server
     */
    record Folder(Optional<NodeName> node, String path) implements Leftover {}

    /** Whether the other is the same thing, perhaps seen later: an allocation that waited may have nodes by then. */
    default boolean isSameAs(Leftover other) {
        return this instanceof Allocation one && other instanceof Allocation later
                ? one.job().equals(later.job()) && one.mark().equals(later.mark())
                : equals(other);
    }

    /** The node that it is on; none for the workgroup server, and for what SLURM has. */
    default Optional<NodeName> onNode() {
        return switch (this) {
            case KeptTerminal terminal -> Optional.empty();
            case Allocation allocation -> Optional.empty();
            case Container container -> container.node();
            case Folder folder -> folder.node();
        };
    }
}
