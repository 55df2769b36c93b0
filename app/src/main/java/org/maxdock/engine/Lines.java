package org.maxdock.engine;

import java.io.IOException;
import java.io.Reader;

/** Lines of what a program says, which may say one without end. */
final class Lines {

    private Lines() {}

    /** A line without its end, cut where it is longer than {@code most} characters; null at the end. */
    static String next(Reader from, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = from.read();
        for (; c >= 0 && c != '\n' && line.length() < most; c = from.read()) {
            line.append((char) c);
        }
        while (c >= 0 && c != '\n') { // what comes then would look like a line of its own
            c = from.read();
        }
        return c < 0 && line.isEmpty() ? null : line.toString();
    }
}
