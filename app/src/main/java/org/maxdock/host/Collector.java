package org.maxdock.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Feeds a running command and collects what it writes. One that writes more than {@value #LIMIT} bytes to a stream is a
 * trouble: half an answer would be read as a whole one.
 */
final class Collector {

    static final int LIMIT = 64 << 20;

    private Collector() {}

    static Output collect(String host, Running running, byte[] input) throws Trouble {
        CompletableFuture<byte[]> errors = background(() -> readAll(running.errors()));
        var _ = errors.whenComplete((read, failure) -> {
            if (failure != null) {
                running.close(); // its output would wait for ever
            }
        });
        CompletableFuture<byte[]> fed = background(() -> feed(running.input(), input));
        try {
            byte[] output = readAll(running.output());
            byte[] error = errors.join();
            fed.join();
            return new Output(running.await(), output, error);
        } catch (IOException | CompletionException e) {
            running.close();
            if (e.getCause() instanceof Error fault) { // no fault of the connection's
                throw fault;
            }
            throw e instanceof TooLong || e.getCause() instanceof TooLong
                    ? new Trouble(e, TroubleKind.ANSWER_TOO_LONG, host, LIMIT >> 20)
                    : new Trouble(e, TroubleKind.CONNECTION_LOST, host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private interface Work {
        byte[] run() throws IOException;
    }

    private static CompletableFuture<byte[]> background(Work work) {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.run());
            } catch (IOException | RuntimeException | Error e) { // else it would be waited for
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** A command may end without reading its input; that is its own affair. */
    private static byte[] feed(OutputStream to, byte[] input) {
        if (input == null) {
            return new byte[0];
        }
        try (to) {
            to.write(input);
        } catch (IOException e) {
            return new byte[] {1};
        }
        return new byte[0];
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[16384];
        for (int n; (n = in.read(buffer)) >= 0; ) {
            if (all.size() + n > LIMIT) {
                throw new TooLong();
            }
            all.write(buffer, 0, n);
        }
        return all.toByteArray();
    }
}
