package org.maxdock.host.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a display is, by the value of DISPLAY (X(7), DISPLAY NAMES): at a Unix socket, or at a port of a machine.
 * XQuartz's is the path of a socket.
 */
sealed interface DisplayName {

    int FIRST_PORT = 6000;

    /** @param path of the socket */
    record AtSocket(String path) implements DisplayName {}

    record AtPort(String machine, int port) implements DisplayName {}

    /** Empty for what names no display. */
    static Optional<DisplayName> read(String display) {
        Matcher name = Pattern.compile("(?<path>/[^\\x00]+)|(?<host>[A-Za-z0-9.-]*)(?<unix>/unix)?"
                        + ":(?<number>\\d{1,4})(?:\\.\\d{1,4})?")
                .matcher(display);
        if (!name.matches()) {
            return Optional.empty();
        }
        if (name.group("path") != null) {
            return Optional.of(new AtSocket(display));
        }
        String host = name.group("host");
        int number = Integer.parseInt(name.group("number"));
        return Optional.of(
                host.isEmpty() || host.equals("unix") || name.group("unix") != null
                        ? new AtSocket("/tmp/.X11-unix/X" + number)
                        : new AtPort(host, FIRST_PORT + number));
    }
}
