package org.maxdock.cli;

import java.nio.file.Path;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.Site;
import org.maxdock.store.SiteExample;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The whole main job on the one-machine Maxwell, counter-proof included; with a display, the window ready for the one
 * click.
 */
@Command(name = "try")
final class TryCommand extends CommandContext {

    @Option(names = "--lab", paramLabel = "FILE")
    Path lab;

    @Option(names = "--no-window")
    boolean noWindow;

    @Override
    int run() throws Trouble {
        MaxDockCommand options = options();
        if (lab == null) {
            throw new Trouble(TroubleKind.TRY_WITHOUT_LAB);
        }
        if (options.sshConfig == null) {
            throw new Trouble(TroubleKind.VALUE_MISSING, "--ssh-config");
        }
        Site site = options.site();
        SiteExample example =
                site.example().orElseThrow(() -> new Trouble(TroubleKind.BAD_ARGUMENT, "--site", site.name()));
        String target = options.target.equals("local") ? example.server() : options.target;
        Connection server = connection();
        MainJobWalk trial = new MainJobWalk(
                console(),
                server,
                launches(server),
                new BuildOperations(server, builds(), console().texts()),
                project(),
                lab,
                example,
                target);
        String display = System.getenv("DISPLAY");
        if (noWindow || display == null || display.isBlank()) {
            trial.run();
            return Exit.DONE;
        }
        trial.prepare();
        WindowOpener window = ((ConsoleFactory) spec.commandLine().getFactory()).window();
        return window.open(target, project().folder(), options.sshSettings(), site, "launch");
    }
}
