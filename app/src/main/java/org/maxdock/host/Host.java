package org.maxdock.host;

import org.maxdock.text.Trouble;

/** A machine that commands run on: this one, or one reached over SSH. All methods may be called from any thread. */
public interface Host extends AutoCloseable {

    /** How the user calls it: {@code local}, or {@code user@host}. */
    String name();

    /**
     * Starts a command; its output is to be read while it runs.
     *
     * @throws Trouble when the connection is gone or the host refuses
     */
    Running start(Command command) throws Trouble;

    /** Starts a command in a pseudo terminal of that size. */
    Terminal openTerminal(Command command, int columns, int rows) throws Trouble;

    /** A stream to a Unix socket of the host, without any listening port. */
    ByteStream connectUnix(String path) throws Trouble;

    /** A stream to a TCP port as the host itself sees it, without any listening port. */
    ByteStream connectTcp(String address, int port) throws Trouble;

    boolean isOpen();

    /** Runs something (once, on a thread of the host's) when the connection is lost, not when it is closed. */
    void onLost(Runnable lost);

    @Override
    void close();

    /**
     * Runs a command to its end.
     *
     * @throws Trouble when it could not be run; a status other than 0 is no trouble
     */
    default Output run(Command command) throws Trouble {
        try (Running running = start(command)) {
            return Collector.collect(running, command.input());
        }
    }
}
