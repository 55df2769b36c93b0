package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.operation.Server;
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
        try (Server bench = connect()) {
            bench.slurm().cancel(jobs);
            if (json()) {
                console().printJson(Map.of("cancelled", jobs));
            }
            return Exit.DONE;
        }
    }
}
