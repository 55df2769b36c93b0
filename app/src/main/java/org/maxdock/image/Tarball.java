package org.maxdock.image;

/**
 * An image saved to a file of the workgroup server's storage.
 *
 * @param path   absolute, where the nodes see it too
 * @param sha256 of the file, hexadecimal
 */
public record Tarball(String path, String sha256) {
}
