package org.maxdock.host;

import java.io.InputStream;
import java.io.OutputStream;

/** A command that runs. Closing it cancels it. */
public interface Running extends AutoCloseable {

    /** The status of one whose connection broke. */
    int BROKEN = 255;

    OutputStream input();

    InputStream output();

    InputStream errors();

    /**
     * Waits for its end.
     *
     * @return its exit status; 128 + signal number when a signal ended it; {@link #BROKEN} when the connection broke,
     *     which the host then says, too
     */
    int await() throws InterruptedException;

    /** Ends the command if it still runs; no effect on an ended one. */
    @Override
    void close();
}
