package org.maxdock.ui.shared;

/**
 * Puts off what follows from typing until one pauses, so that not each letter is a question. On the window's thread.
 */
@FunctionalInterface
public interface Later {

    /** Does it a little later; where it is asked for again meanwhile, only the last is done. */
    void soon(Runnable act);
}
