package org.maxdock.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a terminal shows, without what dtach's client writes of its own when the program has ended: it goes to the last
 * line for that, and so would push what a short program wrote out of sight.
 */
final class WithoutFarewell extends InputStream {

    static final String FAREWELL = "\u001b[999H\r\n[EOF - dtach terminating]\r\n";

    private static final int MOST = 8192;

    private final InputStream shown;
    private byte[] ready = {};
    private int at;
    private String held = "";

    WithoutFarewell(InputStream shown) {
        this.shown = shown;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, buffer, offset, n);
        at += n;
        return n;
    }

    @Override
    public int available() {
        return ready.length - at;
    }

    /** Whether there is something to hand on; what may be the beginning of a farewell waits for what follows it. */
    private boolean fill() throws IOException {
        byte[] buffer = new byte[MOST];
        while (at == ready.length) {
            int n = shown.read(buffer);
            if (n < 0 && held.isEmpty()) {
                return false;
            }
            String text = held + new String(buffer, 0, Math.max(0, n), StandardCharsets.ISO_8859_1);
            text = text.replace(FAREWELL, "");
            int keep = n < 0 ? text.length() : text.length() - beginning(text);
            held = text.substring(keep);
            ready = text.substring(0, keep).getBytes(StandardCharsets.ISO_8859_1);
            at = 0;
        }
        return true;
    }

    /** How many of the last characters are the first of a farewell. */
    private static int beginning(String text) {
        int n = Math.min(text.length(), FAREWELL.length() - 1);
        while (n > 0 && !FAREWELL.startsWith(text.substring(text.length() - n))) {
            n--;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        shown.close();
    }
}
