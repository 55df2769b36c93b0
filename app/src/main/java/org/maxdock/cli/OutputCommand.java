package org.maxdock.cli;

import java.nio.charset.StandardCharsets;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ServerFiles;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a batch job has written. */
@Command(name = "output")
final class OutputCommand extends CommandContext {

    @Parameters(paramLabel = "JOB")
    String job;

    @Override
    int run() throws Trouble {
        try (Connection server = connectToServer()) {
            console()
                    .out()
                    .print(new String(
                            new ServerFiles(server).read(jobs(server).outputFile(new JobId(job))),
                            StandardCharsets.UTF_8));
            return Exit.DONE;
        }
    }
}
