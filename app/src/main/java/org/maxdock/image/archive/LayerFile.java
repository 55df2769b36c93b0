package org.maxdock.image.archive;

/**
 * A file as a layer has it.
 *
 * @param path without a slash in front
 * @param kind as ls(1) shows it: - d l h …
 * @param mode as ls(1) shows it, without the kind
 * @param owner numbers: user/group
 * @param target of a link; else empty
 */
public record LayerFile(String path, char kind, String mode, String owner, long bytes, String modified, String target) {

    public boolean isFolder() {
        return kind == 'd';
    }
}
