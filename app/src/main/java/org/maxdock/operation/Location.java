package org.maxdock.operation;

import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;

/** Where an image is held against its record. */
public sealed interface Location {

    /** The engine of the workgroup server. */
    record Server(String host) implements Location {}

    /** What the registry has under the image's name now. */
    record Registry() implements Location {}

    /** The file that it was saved to. */
    record Archive(String path) implements Location {}

    /** The engine of a node. */
    record Node(NodeName name, Partitions partition) implements Location {}

    /** Its name, as people and programs read it. */
    default String title() {
        return switch (this) {
            case Server server -> server.host();
            case Registry registry -> "registry";
            case Archive archive -> archive.path();
            case Node node -> node.name().text();
        };
    }
}
