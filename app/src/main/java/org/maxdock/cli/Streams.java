package org.maxdock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes bytes on as they come. */
final class Streams {

    private Streams() {}

    /** Until either side ends. */
    static void copy(InputStream from, OutputStream to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n; (n = from.read(buffer)) >= 0; ) {
                to.write(buffer, 0, n);
                to.flush();
            }
        } catch (IOException e) {
            System.getLogger(Streams.class.getName()).log(System.Logger.Level.DEBUG, "stream ended", e);
        }
    }
}
