package org.maxdock.ui.build;

/** Opens a shell in an image, in a terminal. */
public interface ShellOpener {

    /** @param title of the terminal */
    void open(String title, String image);
}
