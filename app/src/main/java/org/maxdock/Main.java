package org.maxdock;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maxdock.cli.CommandLineMain;
import org.maxdock.cli.RawArguments;
import org.maxdock.cli.StandardOutput;
import org.maxdock.cli.standby.Answer;
import org.maxdock.cli.standby.StandbyClient;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;
import org.maxdock.ui.Window;

/** MaxDock: without a command the window, with one the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        StandardOutput out = StandardOutput.ofProcess();
        PrintStream err = StandardOutput.errors();
        System.setOut(out.stream());
        System.setErr(StandardOutput.shown(err));
        String[] given = RawArguments.of(words);
        Optional<Answer> done = StandbyClient.answer(given);
        done.ifPresent(answer -> answer.print(out.stream(), err));
        int status = done.isPresent() ? 0 : run(out.stream(), err, Main::window, given);
        System.exit(out.end(status, err, Locale.getDefault()));
    }

    /** Commands of the command line need no class of the window. */
    static int window(String target, Path folder, SshSettings ssh, Site site, String page) throws Trouble {
        return new Window().open(target, folder, ssh, site, page);
    }

    /** @return the exit status */
    static int run(PrintStream out, PrintStream err, WindowOpener window, String... words) {
        return CommandLineMain.run(out, err, Locale.getDefault(), window, words);
    }
}
