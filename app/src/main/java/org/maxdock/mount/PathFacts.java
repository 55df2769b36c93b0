package org.maxdock.mount;

import java.util.List;

/**
 * What the host says of a path, as the user sees it.
 *
 * @param real the path with all symbolic links followed; empty where that fails
 * @param error why the user cannot look at it, in the words of stat(1); empty where the user can
 * @param readable whether the user may read it (and enter it, if it is a folder)
 * @param own whether it belongs to the user
 * @param creatable whether it is not there, and the user may make it as a folder
 * @param steps all folders that are looked up on the way, those of links included, and the real path itself, in that
 *     order, as far as the user can see them
 * @param links symbolic links directly in it, if it is a folder; not more than a few hundred, and none where looking
 *     would have taken long
 */
record PathFacts(
        String path,
        String real,
        String error,
        boolean readable,
        boolean own,
        boolean creatable,
        List<PathEntry> steps,
        List<Link> links) {

    /**
     * @param mode permission bits
     * @param fileSystem type in the words of /proc/self/mountinfo
     * @param mountPoint where that file system is mounted
     * @param free bytes that the user may still write there
     * @param acl its access control list, where it has one and is closed to others; else empty
     */
    record PathEntry(
            String path,
            int mode,
            String owner,
            String group,
            boolean folder,
            String fileSystem,
            String mountPoint,
            long free,
            String acl) {

        /**
         * Whether one who is neither owner nor in the group may look up names in it: what root is where it is squashed.
         */
        boolean othersMaySearch() {
            return (mode & 1) != 0 || AccessList.letsNobodySearch(acl);
        }

        boolean othersMayRead() {
            return folder ? (mode & 5) == 5 : (mode & 4) != 0;
        }

        boolean othersMayWrite() {
            return (mode & 2) != 0;
        }
    }

    /** @param target as it stands in the link, relative or absolute */
    record Link(String name, String target) {}

    boolean exists() {
        return error.isEmpty();
    }

    boolean denied() {
        return error.contains("Permission denied");
    }

    /** Whether the user may read it only as a member of its group (or by an access control list). */
    boolean byGroup() {
        return readable && !own && !self().othersMayRead();
    }

    /** The path itself, the last of the steps. */
    PathEntry self() {
        return steps.getLast();
    }
}
