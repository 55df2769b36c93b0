package org.maxdock.host;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes both ways, to a socket of a host. Closing it ends both directions. */
public interface ByteStream extends Closeable {

    InputStream input();

    /** Closing it tells the other side that no more will come; input goes on. */
    OutputStream output();
}
