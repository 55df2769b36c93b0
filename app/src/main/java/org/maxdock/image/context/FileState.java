package org.maxdock.image.context;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file is in a build folder, or in the copy of one.
 *
 * @param what as {@link ContextTar#what} has it
 * @param time when it was changed last, in tenths of milliseconds since 1970: what is finer, a copy need not tell
 */
record FileState(String what, long time) {

    static final int IN_A_SECOND = 10_000;
    static final int NANOS = 100_000;

    static long time(FileTime time) {
        Instant instant = time.toInstant();
        return instant.getEpochSecond() * IN_A_SECOND + instant.getNano() / NANOS;
    }

    /** All that is to be told apart of it, in a line. */
    String line() {
        return what + " " + time;
    }

    static SortedMap<String, String> whats(Map<String, FileState> states) {
        SortedMap<String, String> whats = new TreeMap<>();
        states.forEach((name, state) -> whats.put(name, state.what()));
        return whats;
    }
}
