package org.maxdock.host;

/**
 * A folder in a folder.
 *
 * @param mode permission bits
 */
public record FileEntry(String name, int mode, String owner) {}
