package org.maxdock.ui.mounts;

import java.util.Optional;
import org.maxdock.mount.CheckedMapping;

/**
 * A row of the host's folders: a folder, or a line that says why there is none.
 *
 * @param path empty for a line
 * @param more how many folders come after it, which are read when it is chosen
 */
record HostFolder(String path, String label, String note, Optional<CheckedMapping> mapped, long more) {

    static HostFolder line(String label) {
        return new HostFolder("", label, "", Optional.empty(), 0);
    }

    static HostFolder more(String label, long count) {
        return new HostFolder("", label, "", Optional.empty(), count);
    }

    static HostFolder of(String path, String label, String note) {
        return new HostFolder(path, label, note, Optional.empty(), 0);
    }

    static HostFolder mapped(CheckedMapping one, String note) {
        return new HostFolder(one.mapping().host(), one.mapping().host(), note, Optional.of(one), 0);
    }
}
