package org.maxdock.cli;

import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Submits a script that was kept, and perhaps edited, as a batch job. */
@Command(name = "submit")
final class SubmitCommand extends CommandContext {

    @Parameters(paramLabel = "FILE")
    String file;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            Mark mark = Mark.fresh();
            JobId job = launches(server)
                    .submit(file, mark.in(GivenText.of(file)), mark, project().signedBy());
            if (json()) {
                console().printJson(Map.of("job", job));
            } else {
                console().print(job.text());
            }
            return Exit.DONE;
        }
    }
}
