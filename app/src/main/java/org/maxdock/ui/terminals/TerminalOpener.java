package org.maxdock.ui.terminals;

import org.maxdock.host.Terminal;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

/** Starts what runs in a terminal. Not called on the FX thread. */
public interface TerminalOpener {

    Terminal open(Server bench, int columns, int rows) throws Trouble;
}
