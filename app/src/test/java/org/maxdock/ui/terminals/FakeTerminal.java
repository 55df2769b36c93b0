package org.maxdock.ui.terminals;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.maxdock.host.Terminal;

/** A terminal that ends when the test says so, and remembers how it was parted with. */
final class FakeTerminal implements Terminal {

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile boolean left;

    void end(int how) {
        status.complete(how);
    }

    boolean isClosed() {
        return closed;
    }

    boolean isLeft() {
        return left;
    }

    @Override
    public OutputStream input() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream output() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream errors() {
        return InputStream.nullInputStream();
    }

    @Override
    public int await() throws InterruptedException {
        try {
            return status.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void resize(int columns, int rows) {}

    @Override
    public boolean isAlive() {
        return !status.isDone();
    }

    @Override
    public void leave() {
        left = true;
    }

    @Override
    public void close() {
        closed = true;
        status.complete(137);
    }
}
