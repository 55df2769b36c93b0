package org.maxdock.node;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread end what another is still writing, between two of its pieces: a channel's input bears one at once.
 */
final class StepInput extends OutputStream {

    private static final int PIECE = 32_768;

    private final OutputStream to;
    private final ReentrantLock turn = new ReentrantLock(true);
    private boolean ended;

    StepInput(OutputStream to) {
        this.to = to;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void inTurn(Work work) throws IOException {
        turn.lock();
        try {
            if (ended) {
                throw new IOException("the input was ended");
            }
            work.run();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void write(int b) throws IOException {
        inTurn(() -> to.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            int at = from + done;
            int piece = Math.min(PIECE, length - done);
            inTurn(() -> to.write(bytes, at, piece));
        }
    }

    @Override
    public void flush() throws IOException {
        inTurn(to::flush);
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            ended = true;
            to.close();
        } finally {
            turn.unlock();
        }
    }
}
