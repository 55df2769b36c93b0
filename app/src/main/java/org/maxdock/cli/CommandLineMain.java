package org.maxdock.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.Json;
import org.maxdock.text.Bundles;
import org.maxdock.text.Texts;
import picocli.CommandLine;

/** The command line. */
public final class CommandLineMain {

    private CommandLineMain() {}

    /** Runs a command and returns its exit status; whatever it throws is told to the user. */
    public static int run(PrintStream out, PrintStream err, Locale locale, WindowOpener window, String... words) {
        Console console = new Console(out, err, new Texts(locale), new Json());
        Unexpected unexpected = new Unexpected(console);
        boolean document = UsageTold.isDocumentWanted(words);
        try (OtherThreads others = new OtherThreads(unexpected)) {
            CommandLine line = line(new ConsoleFactory(console, window), List.of(words));
            line.setOut(new java.io.PrintWriter(out, true, out.charset()));
            line.setErr(new java.io.PrintWriter(err, true, err.charset()));
            line.setExecutionExceptionHandler((e, commandLine, result) -> unexpected.told(document, e));
            line.setParameterExceptionHandler(new UsageTold(console));
            MaxDockCommand options = line.getCommand();
            options.window = window;
            options.words = List.of(words);
            return others.status(line.execute(JoinedValues.of(line, words)));
        } catch (Throwable e) { // of Errors picocli knows nothing
            return unexpected.told(document, e);
        }
    }

    /** All commands, each with its options. */
    static CommandLine line(ConsoleFactory factory) {
        return line(factory, List.copyOf(KnownCommands.all().keySet()));
    }

    /** The commands, those that are named with their options, and how their words are read. */
    private static CommandLine line(ConsoleFactory factory, List<String> named) {
        CommandLine line = new CommandLine(new MaxDockCommand(), factory);
        KnownCommands.addTo(line, named);
        line.setResourceBundle(Bundles.of("org.maxdock.cli", factory.locale()));
        line.setExpandAtFiles(false); // a word is what it says, whatever files lie here
        line.setOverwrittenOptionsAllowed(true); // the last one counts, as for ssh and docker
        readValues(line);
        JoinedValues.read(line);
        stopAtPositional(line, "launch");
        stopAtPositional(line, "container", "shell");
        return line;
    }

    /** What follows the first argument of such a command is another program's. */
    private static void stopAtPositional(CommandLine line, String... path) {
        CommandLine command = line;
        for (String name : path) {
            command = command.getSubcommands().get(name);
            if (command == null) {
                return;
            }
        }
        command.setStopAtPositional(true);
    }

    /**
     * A value is whatever comes next, as for getopt(3); but in a command where values may be left out, or be several,
     * an option is an option.
     */
    private static void readValues(CommandLine line) {
        boolean varies = line.getCommandSpec().options().stream()
                .anyMatch(o -> o.arity().max() > o.arity().min());
        line.getCommandSpec().parser().allowOptionsAsOptionParameters(!varies);
        line.getSubcommands().values().forEach(CommandLineMain::readValues);
    }
}
