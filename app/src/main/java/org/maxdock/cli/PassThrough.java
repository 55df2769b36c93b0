package org.maxdock.cli;

import java.io.OutputStream;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Passes what a running command writes through as it comes. */
final class PassThrough {

    private final Running running;
    private final OutputStream out;
    private final OutputStream err;

    PassThrough(Running running, OutputStream out, OutputStream err) {
        this.running = running;
        this.out = out;
        this.err = err;
    }

    /** Waits for the end and returns the command's exit status. Ending this process ends the command too. */
    int run() throws Trouble {
        Thread onExit = new Thread(running::close);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            Thread errors = Thread.ofVirtual().start(() -> Streams.copy(running.errors(), err));
            Streams.copy(running.output(), out);
            errors.join();
            return running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        } finally {
            removeHook(onExit);
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
