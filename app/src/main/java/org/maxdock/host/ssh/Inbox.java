package org.maxdock.host.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelWindow;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What has arrived on one channel of a shared connection and was not yet read. The connection's only thread writes here
 * and never waits: the server may send only as much as is read ({@value #WINDOW} bytes ahead of it), so that what
 * nobody reads waits at the server, and nothing else with it.
 */
final class Inbox extends InputStream {

    /** How much of a channel may be on its way or unread. */
    static final int WINDOW = 4 << 20;

    /** How much is read before the server is told. */
    private static final int STEP = WINDOW / 4;

    private final Channel channel;
    private final int unread;
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int offset;
    private int held;
    private int free;
    private boolean ended;
    private boolean closed;

    /** Of a channel that is not connected yet, and this what it is connected to. */
    static Inbox of(Channel channel) throws JSchException {
        channel.setLocalWindowSizeMax(WINDOW);
        return new Inbox(channel, 0);
    }

    /** For its errors, of which a part may stay unread without holding up its output, and share its window. */
    static Inbox ofErrors(Channel channel) {
        return new Inbox(channel, STEP);
    }

    private Inbox(Channel channel, int unread) {
        this.channel = channel;
        this.unread = unread;
    }

    /** Where the channel writes; closing it ends the stream. */
    OutputStream writer() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int start, int length) {
                ChannelWindow.keepShut(channel);
                put(Arrays.copyOfRange(bytes, start, start + length));
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private void put(byte[] chunk) {
        int room;
        synchronized (this) {
            if (chunk.length == 0) {
                return;
            }
            if (closed) {
                free += chunk.length;
            } else {
                free += Math.clamp(unread - held, 0, chunk.length);
                chunks.addLast(chunk);
                held += chunk.length;
            }
            room = takeFree();
            notifyAll();
        }
        if (room > 0) { // not on this thread, which may not write while keys are exchanged anew
            Thread.ofVirtual().start(() -> grant(room));
        }
    }

    private synchronized int takeFree() {
        int room = free >= STEP ? free : 0;
        free -= room;
        return room;
    }

    private void grant(int room) {
        try {
            ChannelWindow.grant(channel, room);
        } catch (IOException e) {
            System.getLogger(Inbox.class.getName()).log(System.Logger.Level.DEBUG, "nothing more will come", e);
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int n;
        int room;
        synchronized (this) {
            if (length == 0) {
                return 0;
            }
            await(() -> !chunks.isEmpty() || ended || closed);
            n = closed ? -1 : take(bytes, start, length);
            room = takeFree();
        }
        if (room > 0) {
            grant(room);
        }
        return n;
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

    private synchronized int take(byte[] bytes, int start, int length) {
        byte[] chunk = chunks.peekFirst();
        if (chunk == null) {
            return -1;
        }
        int n = Math.min(length, chunk.length - offset);
        System.arraycopy(chunk, offset, bytes, start, n);
        offset += n;
        free += held > unread ? Math.min(n, held - unread) : 0;
        held -= n;
        if (offset == chunk.length) {
            chunks.removeFirst();
            offset = 0;
        }
        return n;
    }

    @Override
    public synchronized int available() {
        return held;
    }

    /** Throws away what is there and what will come. */
    @Override
    public synchronized void close() {
        closed = true;
        chunks.clear();
        free += Math.max(0, held - unread);
        held = 0;
        notifyAll();
    }
}
