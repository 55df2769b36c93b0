package org.maxdock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Passes what a running command writes through as it comes. */
final class PassThrough {

    private static final Duration TO_CLEAR_UP = Duration.ofSeconds(10);

    private final Running running;
    private final OutputStream out;
    private final OutputStream err;
    private Optional<InputStream> in = Optional.empty();

    PassThrough(Running running, OutputStream out, OutputStream err) {
        this.running = running;
        this.out = out;
        this.err = err;
    }

    /** Passes that on to it, too, to its end; without, it reads nothing. */
    PassThrough with(InputStream input) {
        in = Optional.of(input);
        return this;
    }

    private void pass(InputStream input) {
        try (OutputStream to = running.input()) {
            Streams.copy(input, to);
        } catch (IOException e) { // it reads no more
            System.getLogger(PassThrough.class.getName()).log(System.Logger.Level.DEBUG, "input ended", e);
        }
    }

    /** To their end, whether or not anybody reads them: what waits to be taken would hold the command up. */
    private void passErrors() {
        if (!Streams.copy(running.errors(), err)) {
            Streams.copy(running.errors(), OutputStream.nullOutputStream());
        }
    }

    /** Waits for the end and returns the command's exit status. Ending this process ends the command too. */
    int run() throws Trouble {
        Thread onExit = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            in.ifPresent(input -> Thread.ofPlatform().daemon().start(() -> pass(input)));
            Thread errors = Thread.ofVirtual().start(this::passErrors);
            if (!Streams.copy(running.output(), out)) {
                end();
                return Exit.NOBODY_READS;
            }
            errors.join();
            return running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        } finally {
            removeHook(onExit);
        }
    }

    /** Ends it and waits, within a limit, until it has cleared up: what runs on a node does so after that. */
    void end() {
        running.close();
        try {
            Thread.ofVirtual().start(this::awaitEnd).join(TO_CLEAR_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger(PassThrough.class.getName()).log(System.Logger.Level.DEBUG, "ending already", e);
        }
    }
}
