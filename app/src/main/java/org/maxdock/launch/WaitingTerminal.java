package org.maxdock.launch;

import java.io.IOException;
import java.util.Optional;
import org.maxdock.host.Terminal;
import org.maxdock.text.RawText;

/** A terminal that has been opened beforehand and waits for its script. */
final class WaitingTerminal {

    private static final String READY = "maxdock: waiting";
    private static final int MOST = 64 * 1024;

    private final Terminal terminal;

    private WaitingTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Waits until it says that it waits; empty where it ends instead. */
    static Optional<WaitingTerminal> in(Terminal terminal) {
        StringBuilder said = new StringBuilder();
        try {
            while (!said.toString().endsWith(READY + "\n") && said.length() < MOST) {
                int b = terminal.output().read();
                if (b < 0) {
                    terminal.close();
                    return Optional.empty();
                }
                said.append((char) b);
            }
            return Optional.of(new WaitingTerminal(terminal));
        } catch (IOException e) {
            System.getLogger(WaitingTerminal.class.getName())
                    .log(System.Logger.Level.DEBUG, "it went away while it was opened", e);
            terminal.close();
            return Optional.empty();
        }
    }

    boolean isAlive() {
        return terminal.isAlive();
    }

    /** Gives it its script under a name; empty where it has gone meanwhile, and nothing was started. */
    Optional<Terminal> run(String name, String script, int columns, int rows) {
        try {
            terminal.input()
                    .write(RawText.bytes(
                            name + " " + script.replace("\\", "\\\\").replace("\n", "\\n") + "\n"));
            terminal.input().flush();
            terminal.resize(columns, rows); // afterwards: the script need not wait for it, and what runs is told of it
            return Optional.of(terminal);
        } catch (IOException e) {
            System.getLogger(WaitingTerminal.class.getName())
                    .log(System.Logger.Level.DEBUG, "it went away while it waited", e);
            terminal.close();
            return Optional.empty();
        }
    }
}
