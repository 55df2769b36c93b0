package org.maxdock.host;

/**
 * An entry of a folder.
 *
 * @param mode  permission bits
 * @param bytes size
 */
public record FileEntry(String name, boolean folder, int mode, String owner, long bytes) {

}
