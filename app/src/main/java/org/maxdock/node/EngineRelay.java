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
import java.util.function.UnaryOperator;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Running;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.Printable;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A stream that a command on a node passes on. Where it ends before anything came, or the command failed, what that
 * said is the reason.
 */
final class EngineRelay implements ByteStream {

    private static final int SHOWN = 300;
    private static final int KEPT = 4096;
    private static final long PATIENCE_SECONDS = 5;

    private final Running running;
    private final UnaryOperator<Trouble> explained;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final InputStream input;

    private record Ended(int status, String said) {}

    /** @param explained what the end of the command means, given a trouble that carries its words */
    EngineRelay(Running running, UnaryOperator<Trouble> explained) {
        this.running = running;
        this.explained = explained;
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
            ended.complete(new Ended(running.await(), tail.toString()));
        } catch (IOException | InterruptedException e) {
            System.getLogger(EngineRelay.class.getName()).log(System.Logger.Level.DEBUG, "it ended", e);
            ended.complete(new Ended(Running.BROKEN, tail.toString()));
        }
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
            if (n < 0) {
                checkEnd(began);
            }
            began = true;
            return n;
        }
    }

    private void checkEnd(boolean began) throws IOException {
        Ended how = end();
        if (how.status() == 0 && began) {
            return;
        }
        Trouble plain = new Trouble(
                TroubleKind.ENGINE_GONE,
                Printable.line(how.said().lines().filter(l -> !l.isBlank()).reduce("", (a, b) -> b), SHOWN));
        Trouble known = explained.apply(new Trouble(TroubleKind.ENGINE_GONE, how.said()));
        throw new StreamTrouble(known.kind() == TroubleKind.ENGINE_GONE ? plain : known);
    }

    private Ended end() {
        try {
            return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(EngineRelay.class.getName()).log(System.Logger.Level.DEBUG, "nothing was said", e);
        }
        return new Ended(Running.BROKEN, "");
    }
}
