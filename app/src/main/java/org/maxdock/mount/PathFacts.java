package org.maxdock.mount;

import java.util.List;

/**
 * What the host says of a path, as the user sees it.
 *
 * @param real     the path with all symbolic links followed; empty where that fails
 * @param error    why the user cannot look at it, in the words of stat(1); empty where the user can
 * @param readable whether the user may read it (and enter it, if it is a folder)
 * @param steps    all folders that are looked up on the way, those of links included, and the real path itself, in that
 *                 order, as far as the user can see them
 */
record PathFacts(String path, String real, String error, boolean readable, List<Step> steps) {

    /**
     * @param mode       permission bits, octal in stat's %a
     * @param fileSystem type in the words of stat(1) -f
     */
    record Step(String path, int mode, String owner, String group, boolean folder, String fileSystem) {

        boolean othersMaySearch() {
            return (mode & 1) != 0;
        }
    }

    boolean exists() {
        return error.isEmpty();
    }

    boolean denied() {
        return error.contains("Permission denied");
    }
}
