package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels jobs. */
@Command(name = "cancel")
final class CancelCommand extends CommandContext {

    @Parameters(paramLabel = "JOB", arity = "1..*")
    List<String> jobs;

    @Override
    int run() throws Trouble {
        try (Connection server = connectToServer()) {
            jobs(server).cancel(jobs.stream().map(JobId::new).toList());
            if (json()) {
                console().printJson(Map.of("cancelled", jobs));
            }
            return Exit.DONE;
        }
    }
}
