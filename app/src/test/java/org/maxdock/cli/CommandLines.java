package org.maxdock.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.maxdock.store.Json;
import org.maxdock.text.Texts;
import picocli.CommandLine;

/** The command line, to be looked at: it writes nowhere and opens no window. */
final class CommandLines {

    private CommandLines() {}

    /** With all commands. */
    static CommandLine whole() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Console console = new Console(nowhere, nowhere, new Texts(Locale.ENGLISH), new Json());
        return CommandLineMain.line(new ConsoleFactory(console, (target, project, ssh, site, page) -> Exit.DONE));
    }
}
