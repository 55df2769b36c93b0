package org.maxdock.launch;

import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/** The ports that a user's program may listen on. */
final class Ports {

    private static final int FIRST = 1024;
    private static final int LAST = 65_535;

    private Ports() {}

    /**
     * @param port 0 for any
     * @throws InvalidValue where it is none for users
     */
    static int checked(int port) {
        return port == 0 ? 0 : Valid.number("--port", port, FIRST, LAST);
    }
}
