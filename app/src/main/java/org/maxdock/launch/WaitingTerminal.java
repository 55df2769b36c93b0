package org.maxdock.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.host.Terminal;
import org.maxdock.text.RawText;

/** A terminal that has been opened beforehand and waits for its script. */
final class WaitingTerminal {

    private static final String READY = "maxdock: waiting\n";

    private final Terminal terminal;

    private WaitingTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Waits until it says that it waits, which is the first that it says; empty where it says or does another thing.
     */
    static Optional<WaitingTerminal> in(Terminal terminal) {
        try {
            byte[] said = terminal.output().readNBytes(READY.length());
            if (Arrays.equals(said, READY.getBytes(StandardCharsets.US_ASCII))) {
                return Optional.of(new WaitingTerminal(terminal));
            }
            terminal.close();
            return Optional.empty();
        } catch (IOException e) {
            System.getLogger(WaitingTerminal.class.getName())
                    .log(System.Logger.Level.DEBUG, "it went away while it was opened", e);
            terminal.close();
            return Optional.empty();
        }
    }

    /** For printf's %b (bash(1)). */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    boolean isAlive() {
        return terminal.isAlive();
    }

    /** Gives it its script under a name; empty where it has gone meanwhile, and nothing was started. */
    Optional<Terminal> run(String name, ScriptValues.Parted script, int columns, int rows) {
        try {
            terminal.input()
                    .write(RawText.bytes(name + " " + script.escapedValues() + " " + escaped(script.script()) + "\n"));
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
