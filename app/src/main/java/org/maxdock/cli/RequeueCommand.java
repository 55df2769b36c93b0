package org.maxdock.cli;

import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a batch job back into the queue. */
@Command(name = "requeue")
final class RequeueCommand extends CommandContext {

    @Parameters(paramLabel = "JOB")
    String job;

    @Override
    int run() throws Trouble {
        try (Connection server = connectToServer()) {
            jobs(server).requeue(new JobId(job));
            if (json()) {
                console().printJson(Map.of("requeued", job));
            }
            return Exit.DONE;
        }
    }
}
