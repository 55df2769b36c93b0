package org.maxdock.ui.terminals;

import java.util.function.Consumer;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;

/** Parts with terminals, beside the window's thread: waits for the end of one, ends one, or lets one go on. */
final class TerminalParting {

    private final Background background;

    TerminalParting(Background background) {
        this.background = background;
    }

    /** Waits for the exit status of one whose output has ended, and closes it. */
    void await(Terminal terminal, Consumer<Integer> then, Consumer<Trouble> failed) {
        background.quietly(a -> status(terminal), then, failed);
    }

    private static int status(Terminal ended) throws Trouble {
        try (ended) {
            return ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** Ends one, and what runs in it; none is none. */
    void close(Terminal terminal, Runnable then) {
        background.quietly(
                a -> {
                    if (terminal != null) {
                        terminal.close();
                    }
                },
                then);
    }

    /** Lets one go; what outlives its terminal goes on. */
    void leave(Terminal terminal) {
        background.quietly(
                a -> {
                    if (terminal != null) {
                        terminal.leave();
                    }
                },
                () -> {});
    }
}
