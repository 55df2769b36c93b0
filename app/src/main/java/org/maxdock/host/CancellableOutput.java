package org.maxdock.host;

import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Collects what a running command writes, for commands that are started to be cancelled if need be. */
public final class CancellableOutput {

    private CancellableOutput() {}

    /** Runs a command to its end; cancelling, or a lost connection, ends it. */
    public static Output run(Host host, Command command, Cancellation cancellation) throws Trouble {
        return host.run(command.withLifeline(), cancellation);
    }

    /** How a command is started. */
    public interface Start {
        Running start() throws Trouble;
    }

    /** Starts a command and runs it to its end. */
    public static Output of(Host host, Command command, Cancellation cancellation, Start start) throws Trouble {
        try (Running running = start.start()) {
            Output output = Collector.collect(host.name(), running, command.lifeline() ? null : command.input());
            if (!cancellation.isCancelled()) {
                if (!host.isOpen() && output.status() == Running.BROKEN) {
                    throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
                }
                return output;
            }
        } catch (Trouble e) {
            if (!cancellation.isCancelled()) {
                throw e;
            }
        }
        throw new Trouble(TroubleKind.CANCELLED);
    }

    /** Waits for the end without feeding or closing the command's input, which may be its lifeline. */
    public static Output collect(Running running) throws Trouble {
        return Collector.collect("", running, null);
    }
}
