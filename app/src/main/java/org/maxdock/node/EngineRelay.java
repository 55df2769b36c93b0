package org.maxdock.node;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Running;
import org.maxdock.text.Printable;

/** A stream that a command passes on. Where it ends before anything came, what the command said of it is the reason. */
final class EngineRelay implements ByteStream {

    private static final int SHOWN = 300;
    private static final int KEPT = 4096;
    private static final long PATIENCE_SECONDS = 5;

    private final Running running;
    private final CompletableFuture<String> said = new CompletableFuture<>();
    private final InputStream input;

    EngineRelay(Running running) {
        this.running = running;
        this.input = new Told(running.output());
        Thread.ofVirtual().name("what a relay says").start(this::listen);
    }

    /** All of it is read, or what says much would stand still; the end of it is kept. */
    private void listen() {
        StringBuilder tail = new StringBuilder();
        try (Reader errors = new InputStreamReader(new SrunErrors(running.errors()), StandardCharsets.UTF_8)) {
            char[] some = new char[KEPT];
            for (int n; (n = errors.read(some)) >= 0; ) {
                tail.append(some, 0, n).delete(0, Math.max(0, tail.length() - KEPT));
            }
        } catch (IOException e) {
            System.getLogger(EngineRelay.class.getName()).log(System.Logger.Level.DEBUG, "it ended", e);
        }
        String last = tail.toString().lines().filter(l -> !l.isBlank()).reduce("", (a, b) -> b);
        said.complete(Printable.line(last, SHOWN));
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return running.input();
    }

    @Override
    public void close() {
        running.close();
    }

    private final class Told extends FilterInputStream {

        private boolean began;

        Told(InputStream output) {
            super(output);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int n = super.read(bytes, from, count);
            if (n < 0 && !began) {
                throw new IOException(reason());
            }
            began = true;
            return n;
        }
    }

    private String reason() {
        try {
            return said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(EngineRelay.class.getName()).log(System.Logger.Level.DEBUG, "nothing was said", e);
            return "it ended";
        }
    }
}
