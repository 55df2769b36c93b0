package org.maxdock.launch;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The last of what a launch printed, for the sentence of a test that failed. */
final class LastWords extends OutputStream {

    private static final int MOST = 16_384;

    private final byte[] bytes = new byte[MOST];
    private long count;

    @Override
    public synchronized void write(int value) {
        bytes[(int) (count++ % MOST)] = (byte) value;
    }

    @Override
    public synchronized String toString() {
        int from = (int) (count % MOST);
        String end = new String(bytes, 0, from, StandardCharsets.UTF_8);
        return count <= MOST ? end : new String(bytes, from, MOST - from, StandardCharsets.UTF_8) + end;
    }
}
