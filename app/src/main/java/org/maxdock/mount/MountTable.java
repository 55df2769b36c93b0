package org.maxdock.mount;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Which file system a path is on, from the host's /proc/self/mountinfo (proc(5)). */
final class MountTable {

    /** @param type the file system's, such as ext4, nfs4 or fuse.sshfs */
    record Mounted(String point, String type) {}

    private final Map<String, String> types = new HashMap<>();

    void read(String mountinfo) {
        types.clear();
        for (String line : mountinfo.split("\n")) {
            int dash = line.indexOf(" - ");
            String[] left = line.split(" ");
            String[] right = dash < 0 ? new String[0] : line.substring(dash + 3).split(" ");
            if (left.length > 5 && right.length > 0) {
                types.put(Paths.unescape(left[4]), right[0]); // a later mount hides an earlier one
            }
        }
    }

    Mounted of(String path) {
        return types.entrySet().stream()
                .filter(e -> Paths.inside(path, e.getKey()))
                .max(Comparator.comparingInt(e -> e.getKey().length()))
                .map(e -> new Mounted(e.getKey(), e.getValue()))
                .orElse(new Mounted("/", "?"));
    }
}
