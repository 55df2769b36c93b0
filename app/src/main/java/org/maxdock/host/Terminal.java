package org.maxdock.host;

/**
 * A command that runs in a pseudo terminal: what it reads are keys, what it writes is a screen. Errors arrive in the
 * output.
 */
public interface Terminal extends Running {

    void resize(int columns, int rows);

    boolean isAlive();

    /** Lets go of it: what outlives its terminal goes on, all else ends. */
    default void leave() {
        close();
    }
}
