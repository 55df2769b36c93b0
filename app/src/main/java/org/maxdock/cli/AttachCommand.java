package org.maxdock.cli;

import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Attaches to the terminal of a launch that lives on after a lost connection. */
@Command(name = "attach")
final class AttachCommand extends CommandContext {

    @Parameters(paramLabel = "JOB")
    String job;

    @Override
    int run() throws Trouble {
        try (Connection server = connectToServer()) {
            Mark mark = jobs(server)
                    .find(new JobId(job))
                    .flatMap(j -> Mark.read(j.comment()))
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, job));
            return status(
                    server,
                    new ConsoleTerminal()
                            .run((columns, rows) -> launches(server).attach(mark, columns, rows)));
        }
    }
}
