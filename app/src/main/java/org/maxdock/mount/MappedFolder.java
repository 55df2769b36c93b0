package org.maxdock.mount;

/**
 * The folder, or file, that a mapping leads to, as the host shows it.
 *
 * @param permissions as ls(1) writes them
 * @param mountPoint where its file system is mounted
 * @param fileSystem that file system's type
 * @param free bytes that the user may still write there; {@link Long#MAX_VALUE} where the host does not say
 * @param folder whether it is one, and no file
 */
public record MappedFolder(
        String permissions,
        String owner,
        String group,
        String mountPoint,
        String fileSystem,
        long free,
        boolean folder) {

    static MappedFolder of(PathFacts.PathEntry step) {
        return new MappedFolder(
                Permissions.text(step.mode()),
                step.owner(),
                step.group(),
                step.mountPoint(),
                step.fileSystem(),
                step.free(),
                step.folder());
    }
}
