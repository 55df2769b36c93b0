package org.maxdock.cli;

import org.maxdock.launch.Resources;
import org.maxdock.launch.ServedPort;
import org.maxdock.operation.Connection;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the application of a running job in a browser, through a tunnel that stays while this runs. */
@Command(name = "open")
final class OpenCommand extends CommandContext {

    @Parameters(paramLabel = "JOB")
    String job;

    @Option(names = "--no-browser")
    boolean noBrowser;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            String mark = jobs(server).mine().stream()
                    .filter(j -> j.id().equals(job))
                    .map(j -> j.comment())
                    .findFirst()
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, job));
            ServedPort served = launches(server)
                    .application(mark, Resources.inJob(job))
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_APPLICATION, job));
            new ServedApplication(console(), server, launches(server)).open(served, noBrowser);
            return Exit.DONE;
        }
    }
}
