package org.maxdock.host;

/**
 * A folder to start from.
 *
 * @param free bytes that the user may still write there; -1 where the host does not say
 */
public record StartFolder(String path, long free) {}
