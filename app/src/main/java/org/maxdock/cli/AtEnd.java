package org.maxdock.cli;

import org.maxdock.text.Trouble;

/**
 * What must be done before this program is gone: when this is closed, or when Ctrl-C or another signal ends the
 * program, whichever comes first. It is done once.
 */
final class AtEnd implements AutoCloseable {

    /** What is done; where it fails as a signal ends the program, that is only logged. */
    interface Deed {
        void run() throws Trouble;
    }

    private final Deed deed;
    private final Thread hook;
    private boolean done;

    AtEnd(Deed deed) {
        this.deed = deed;
        this.hook = new Thread(this::bySignal);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) { // it is left to close, then
            System.getLogger(AtEnd.class.getName()).log(System.Logger.Level.DEBUG, "ending already", e);
        }
    }

    private void bySignal() {
        try {
            once();
        } catch (Trouble e) {
            System.getLogger(AtEnd.class.getName()).log(System.Logger.Level.WARNING, "not done", e);
        }
    }

    /** Who comes second waits until it is done. */
    private synchronized void once() throws Trouble {
        if (!done) {
            done = true;
            deed.run();
        }
    }

    @Override
    public void close() throws Trouble {
        try {
            once();
        } finally { // until then a signal's end waits for it
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger(AtEnd.class.getName()).log(System.Logger.Level.DEBUG, "ending already", e);
        }
    }
}
