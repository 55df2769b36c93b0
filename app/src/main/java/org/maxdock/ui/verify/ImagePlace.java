package org.maxdock.ui.verify;

import org.maxdock.operation.Location;

/**
 * A column of the table: a place where images are held against their records. Each image has a file of its own, but
 * they share a column.
 */
record ImagePlace(String key, String title) {

    static final String REGISTRY = "registry";
    static final String FILE = "file";

    static String keyOf(Location where) {
        return switch (where) {
            case Location.Server server -> server.host();
            case Location.Registry registry -> REGISTRY;
            case Location.Archive archive -> FILE;
            case Location.Node node -> node.name().text();
        };
    }
}
