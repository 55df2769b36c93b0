package org.maxdock.cli;

import java.nio.charset.StandardCharsets;
import org.maxdock.operation.Workbench;
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
        try (Workbench bench = connect()) {
            console()
                    .out()
                    .print(new String(
                            bench.files().read(bench.jobViews().outputFile(new JobId(job))), StandardCharsets.UTF_8));
            return Exit.DONE;
        }
    }
}
