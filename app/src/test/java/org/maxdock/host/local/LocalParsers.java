package org.maxdock.host.local;

import org.maxdock.fuzz.Fuzzed;

/** The reader of this room that gets what others wrote. */
public final class LocalParsers {

    private LocalParsers() {}

    public static Fuzzed display() {
        return Fuzzed.raw("a display's name", DisplayName::read, ":0.0", "localhost:10", "/tmp/org.xquartz:0");
    }
}
