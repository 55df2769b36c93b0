package org.maxdock.host;

import org.maxdock.text.Trouble;

/** A machine that commands run on: this one, or one reached over SSH. All methods may be called from any thread. */
public interface Host extends AutoCloseable {

    /** Where one costs next to nothing. */
    int USUAL_STREAMS = 8;

    /** How the user calls it: {@code local}, or {@code user@host}. */
    String name();

    /**
     * Starts a command; its output is to be read while it runs. Returns once its script has begun, whatever the
     * account's start-up files do; what these print is dropped.
     *
     * @param cancellation ends the waiting, and then the command
     * @throws Trouble when the connection is gone, the host refuses, or something else runs than what was asked for
     */
    Running start(Command command, Cancellation cancellation) throws Trouble;

    /** The same, for what is not cancelled before it has begun. */
    default Running start(Command command) throws Trouble {
        return start(command, new Cancellation());
    }

    /** Starts a command in a pseudo terminal of that size, in the user's own environment; returns once it has begun. */
    Terminal openTerminal(Command command, int columns, int rows) throws Trouble;

    /** A stream to a Unix socket of the host, without any listening port. */
    ByteStream connectUnix(String path) throws Trouble;

    /** A stream to a TCP port as the host itself sees it, without any listening port. */
    ByteStream connectTcp(String address, int port) throws Trouble;

    /** How many streams are worth keeping that nobody uses just now. */
    default int streamsToKeep() {
        return USUAL_STREAMS;
    }

    boolean isOpen();

    /** Whether it is this machine. */
    default boolean isHere() {
        return false;
    }

    /** What to tell of a trouble that arose here: where it did because the host itself is gone, that. */
    default Trouble explained(Trouble trouble) {
        return trouble;
    }

    /**
     * Runs something (once, on a thread of the host's) when the connection is lost, at once where it is lost already;
     * not when it is closed.
     */
    void onLost(Runnable lost);

    @Override
    void close();

    /**
     * Runs a command to its end.
     *
     * @throws Trouble when it could not be run to its end, or says more than {@value Collector#LIMIT} bytes; a status
     *     other than 0 is no trouble
     */
    default Output run(Command command) throws Trouble {
        return run(command, new Cancellation());
    }

    /** The same; cancelling ends it. */
    default Output run(Command command, Cancellation cancellation) throws Trouble {
        return CancellableOutput.of(this, command, cancellation, () -> start(command, cancellation));
    }
}
