package org.maxdock;

import java.io.PrintStream;
import java.util.Locale;
import org.maxdock.cli.CommandLineMain;
import org.maxdock.cli.RawArguments;
import org.maxdock.operation.WindowOpener;
import org.maxdock.ui.Window;

/** MaxDock: without a command the window, with one the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(System.out, System.err, new Window(), words));
    }

    /** @return the exit status */
    static int run(PrintStream out, PrintStream err, WindowOpener window, String... words) {
        return CommandLineMain.run(out, err, Locale.getDefault(), window, RawArguments.of(words));
    }
}
