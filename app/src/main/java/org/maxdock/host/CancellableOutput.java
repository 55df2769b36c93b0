package org.maxdock.host;

import org.maxdock.text.Trouble;

/** Collects what a running command writes, for commands that are started to be cancelled if need be. */
public final class CancellableOutput {

    private CancellableOutput() {}

    /** Runs a command to its end; cancelling, or a lost connection, ends it. */
    public static Output run(Host host, Command command, Cancellation cancellation) throws Trouble {
        return host.run(command.withLifeline(), cancellation);
    }

    /** Waits for the end without feeding or closing the command's input, which may be its lifeline. */
    public static Output collect(Running running) throws Trouble {
        return Collector.collect("", running, null);
    }
}
