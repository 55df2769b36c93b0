package org.maxdock.cli;

import java.util.Map;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.ServedPort;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
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
            JobId id = new JobId(job);
            Mark mark = jobs(server)
                    .find(id)
                    .flatMap(j -> Mark.read(j.comment()))
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, job));
            ServedPort served = launches(server)
                    .application(mark, new LaunchPlace.InJob(id))
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_APPLICATION, job));
            ServedTold told = new ServedTold(console(), json(), Map.of());
            new ServedApplication(console(), server, launches(server), told).open(served, noBrowser);
            return Exit.DONE;
        }
    }
}
