package org.maxdock.image.context;

import java.nio.file.Path;

/** Where the context of a build is. */
public sealed interface BuildFolder {

    /** On this machine: it is packed here, and what .dockerignore lets through crosses the link. */
    record Here(Path path) implements BuildFolder {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** On the workgroup server, which packs it: nothing of it crosses the link. */
    record OnServer(String path) implements BuildFolder {
        @Override
        public String toString() {
            return path;
        }
    }
}
