package org.maxdock.mount;

import java.util.List;

/**
 * What the host says of a path, as the user sees it.
 *
 * @param real     the path with all symbolic links followed; empty where that fails
 * @param error    why the user cannot look at it, in the words of stat(1); empty where the user can
 * @param readable whether the user may read it (and enter it, if it is a folder)
 * @param steps    the path and its ancestors, as far as the user can see them, from the root down; first those of the path
 *                 as given, then those of the real path that are not among them
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
