package org.maxdock.engine;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Waits for the end of a streamed answer; cancelling closes the stream, which ends the action in the engine. */
abstract class StreamedAnswer<T> implements ResultCallback<T> {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Closeable stream;
    private volatile Throwable error;
    private volatile boolean closed;

    @Override
    public void onStart(Closeable closeable) {
        stream = closeable;
        if (closed) {
            closeStream();
        }
    }

    @Override
    public void onError(Throwable throwable) {
        if (error == null) {
            error = throwable;
        }
        done.countDown();
    }

    @Override
    public void onComplete() {
        done.countDown();
    }

    @Override
    public void close() {
        closed = true;
        closeStream();
        done.countDown();
    }

    private void closeStream() {
        Closeable open = stream;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                System.getLogger(StreamedAnswer.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
    }

    void await(Cancellation cancellation) throws Trouble {
        cancellation.onCancel(this::close);
        try {
            done.await();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
        if (cancellation.isCancelled()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
        if (error instanceof Exception e) {
            throw EngineTrouble.of(e);
        }
    }
}
