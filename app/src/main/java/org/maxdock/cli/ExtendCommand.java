package org.maxdock.cli;

import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets the time limit of a job, where the site lets one. */
@Command(name = "extend")
final class ExtendCommand extends CommandContext {

    @Parameters(index = "0", paramLabel = "JOB")
    String job;

    @Parameters(index = "1", paramLabel = "TIME")
    String time;

    @Override
    int run() throws Trouble {
        try (Connection server = connectToServer()) {
            jobs(server).setTimeLimit(new JobId(job), new TimeLimit(time));
            if (json()) {
                console().printJson(Map.of("job", job, "limit", time));
            }
            return Exit.DONE;
        }
    }
}
