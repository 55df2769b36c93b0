package org.maxdock.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Feeds a running command and collects what it writes, at most {@value #LIMIT} bytes of each stream. */
final class Collector {

    static final int LIMIT = 64 << 20;

    private Collector() {}

    static Output collect(Running running, byte[] input) throws Trouble {
        CompletableFuture<byte[]> errors = background(() -> readAll(running.errors()));
        CompletableFuture<byte[]> fed = background(() -> feed(running.input(), input));
        try {
            byte[] output = readAll(running.output());
            byte[] error = errors.join();
            fed.join();
            return new Output(running.await(), output, error);
        } catch (IOException | CompletionException e) {
            throw new Trouble(e, TroubleKind.CONNECTION_LOST, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private interface Work {
        byte[] run() throws IOException;
    }

    private static CompletableFuture<byte[]> background(Work work) {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.run());
            } catch (IOException e) {
                result.completeExceptionally(new UncheckedIOException(e));
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
            if (all.size() + n <= LIMIT) {
                all.write(buffer, 0, n);
            }
        }
        return all.toByteArray();
    }
}
