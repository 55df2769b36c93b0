package org.maxdock.host;

import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Collects what a running command writes, for commands that are started to be cancelled if need be. */
public final class CancellableOutput {

    private CancellableOutput() {}

    /** Runs a command to its end; cancelling, or a lost connection, ends it. */
    public static Output run(Host host, Command command, Cancellation cancellation) throws Trouble {
        try (Running running = host.start(command.withLifeline())) {
            cancellation.onCancel(running::close);
            Output output = collect(running);
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            return output;
        }
    }

    /** Waits for the end without feeding or closing the command's input, which may be its lifeline. */
    public static Output collect(Running running) throws Trouble {
        return Collector.collect(running, null);
    }
}
