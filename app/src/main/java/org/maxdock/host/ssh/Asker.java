package org.maxdock.host.ssh;

import java.util.Optional;

/**
 * Who asks the user something: a server, or MaxDock on its behalf.
 *
 * @param name {@code user@host}, the host as the user or the configuration calls it
 * @param onTheWayTo where the user wants to get, when the server is a jump host on the way there
 */
public record Asker(String name, Optional<String> onTheWayTo) {

    @Override
    public String toString() {
        return name;
    }
}
