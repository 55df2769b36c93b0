package org.maxdock.ui.terminals;

import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;

/** Starts what runs in a terminal. Not called on the window's thread. */
public interface TerminalOpener {

    Terminal open(int columns, int rows) throws Trouble;
}
