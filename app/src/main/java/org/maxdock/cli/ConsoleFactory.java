package org.maxdock.cli;

import java.util.Locale;
import org.maxdock.operation.WindowOpener;
import picocli.CommandLine;

/** Makes the commands, and holds the console that they write to, and what opens the window. */
final class ConsoleFactory implements CommandLine.IFactory {

    private final CommandLine.IFactory usual = CommandLine.defaultFactory();
    private final Console console;
    private final WindowOpener window;

    ConsoleFactory(Console console, WindowOpener window) {
        this.console = console;
        this.window = window;
    }

    WindowOpener window() {
        return window;
    }

    Console console() {
        return console;
    }

    Locale locale() {
        return console.texts().locale();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return usual.create(type);
    }
}
