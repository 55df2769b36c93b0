package org.maxdock.image.context;

/** A pattern for paths. */
interface PathPattern {

    /** Whether it is a path, or one of the folders that the path lies in. */
    boolean matches(String path);

    /** Whether it is a path itself. */
    boolean matchesWhole(String path);
}
