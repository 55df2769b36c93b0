package org.maxdock.cli;

import org.maxdock.operation.Server;
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
        try (Server bench = connect()) {
            bench.slurm().requeue(job);
            return Exit.DONE;
        }
    }
}
