package org.maxdock.ui.shared;

import java.util.List;

/**
 * Where on the window it is told what went wrong: beside what it is about. What has no page concerns all of them, and
 * stands in the bar above.
 */
public enum Place {
    /** The server's name and key, where one connects. */
    SERVER(true, "overview"),
    /** What ran before, and what the server has. */
    RECENT(true, "overview"),
    /** A launch that is started, from a card or on its page. */
    START(true, "launch", "overview"),
    KEPT_LAUNCHES(false, "launch"),
    /** What is done with a good build: to record it, say. */
    BUILT(true, "build", "overview"),
    BUILD(true, "build"),
    DOCKERFILE(false, "build"),
    IMAGES(true, "images"),
    /** What registries have, in its dialog. */
    REGISTRY(true, "images"),
    /** The files of one image, in their dialog. */
    INSIDE_IMAGE(true, "images"),
    VERIFY(true, "verify"),
    RECORDS(false, "verify"),
    PLAN(false, "mounts"),
    FOLDERS(true, "mounts"),
    MOUNT_CHECKS(true, "mounts"),
    JOBS(true, "jobs"),
    LEFTOVERS(true, "jobs"),
    CONTAINERS(true, "containers"),
    /** The log of one container, in its dialog. */
    CONTAINER_LOG(true, "containers"),
    TERMINALS(true, "terminals"),
    /** The servers that are tried out. */
    SERVERS(true, "settings"),
    /** Accounts at registries. */
    ACCOUNTS(true, "settings"),
    /** The engine that all pages work with. */
    ENGINE(true),
    PROJECT(false),
    SETTINGS(false);

    private final boolean ofServer;
    private final List<String> pages;

    Place(boolean ofServer, String... pages) {
        this.ofServer = ofServer;
        this.pages = List.of(pages);
    }

    /** Whether what went wrong there is over with the connection. */
    public boolean isOfServer() {
        return ofServer;
    }

    /** The ids of the pages that show it, first the one to go to; empty for the bar above all. */
    public List<String> pages() {
        return pages;
    }
}
