package org.maxdock.image.identity;

/**
 * An image saved to a file of the workgroup server's storage.
 *
 * @param path absolute, where the nodes see it too
 * @param sha256 of the file, hexadecimal
 */
public record Tarball(String path, String sha256) {

    public Tarball {
        if (path == null || !path.startsWith("/") || sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a tarball needs an absolute path and a SHA-256");
        }
    }
}
