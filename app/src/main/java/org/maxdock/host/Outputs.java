package org.maxdock.host;

import org.maxdock.text.Trouble;

/** Collects what a running command writes, for commands that are started to be cancelled if need be. */
public final class Outputs {

    private Outputs() {
    }

    /** Waits for the end without feeding or closing the command's input, which may be its lifeline. */
    public static Output collect(Running running) throws Trouble {
        return Collector.collect(running, null);
    }
}
