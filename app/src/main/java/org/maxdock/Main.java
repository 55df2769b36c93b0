package org.maxdock;

import java.util.Locale;
import org.maxdock.cli.CommandLineMain;
import org.maxdock.cli.RawArguments;

/** MaxDock: without a command the window, with one the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(CommandLineMain.run(
                System.out, System.err, Locale.getDefault(), new org.maxdock.ui.Window(), RawArguments.of(words)));
    }
}
