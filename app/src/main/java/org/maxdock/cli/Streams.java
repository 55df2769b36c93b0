package org.maxdock.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Passes bytes on as they come. */
final class Streams {

    private Streams() {}

    /** Until either side ends; whether all was passed on. */
    static boolean copy(InputStream from, OutputStream to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n; (n = from.read(buffer)) >= 0; ) {
                to.write(buffer, 0, n);
                to.flush();
                if (isClosed(to)) {
                    return false;
                }
            }
        } catch (IOException e) {
            System.getLogger(Streams.class.getName()).log(System.Logger.Level.DEBUG, "stream ended", e);
        }
        return true;
    }

    /** Whether nobody reads it any more, as after {@code | head}: a print stream keeps that to itself. */
    static boolean isClosed(OutputStream to) {
        return to instanceof PrintStream printed && printed.checkError();
    }

    /** The same stream, but that it fails where nobody reads it any more. */
    static OutputStream failing(PrintStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                to.write(bytes, from, count);
                if (to.checkError()) {
                    throw new IOException("nobody reads it");
                }
            }
        };
    }
}
