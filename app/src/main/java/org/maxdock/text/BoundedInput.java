package org.maxdock.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that others send, up to a bound: who sends more is not listened to. */
public final class BoundedInput extends FilterInputStream {

    private long most;
    private long read;

    public BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** What comes from here on is bounded by who reads it. */
    public void release() {
        most = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > most) {
            throw new Unreadable(
                    Reason.of("reason.too-much", "more than " + most + " bytes would have to be read", most));
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
