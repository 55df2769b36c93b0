package org.maxdock.host.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What has arrived on one channel of a shared connection and was not yet read. The connection's only thread writes
 * here, so it takes in much ({@value #LIMIT} bytes) before it makes that thread, and with it all other channels, wait.
 */
final class Inbox extends InputStream {

    static final int LIMIT = 64 << 20;

    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int offset;
    private long held;
    private boolean ended;
    private boolean closed;

    /** Where the channel writes; closing it ends the stream. */
    OutputStream writer() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                put(java.util.Arrays.copyOfRange(bytes, start, start + length));
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private synchronized void put(byte[] chunk) throws IOException {
        await(() -> held <= LIMIT || closed);
        if (chunk.length > 0 && !closed) {
            chunks.addLast(chunk);
            held += chunk.length;
            notifyAll();
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void await(BooleanSupplier condition) throws IOException {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        await(() -> !chunks.isEmpty() || ended || closed);
        byte[] chunk = chunks.peekFirst();
        if (chunk == null || closed) {
            return -1;
        }
        int n = Math.min(length, chunk.length - offset);
        System.arraycopy(chunk, offset, bytes, start, n);
        offset += n;
        held -= n;
        if (offset == chunk.length) {
            chunks.removeFirst();
            offset = 0;
        }
        notifyAll();
        return n;
    }

    @Override
    public synchronized int available() {
        return (int) Math.min(held, Integer.MAX_VALUE);
    }

    /** Throws away what is there and what will come. */
    @Override
    public synchronized void close() {
        closed = true;
        chunks.clear();
        held = 0;
        notifyAll();
    }
}
