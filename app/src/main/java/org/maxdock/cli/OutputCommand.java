package org.maxdock.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
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
            String file = jobs(server).outputFile(new JobId(job));
            String text = new String(new ServerFiles(server).read(file), StandardCharsets.UTF_8);
            if (json()) {
                console().printJson(Map.of("job", job, "file", file, "output", text));
            } else {
                console().out().print(text);
            }
            return Exit.DONE;
        }
    }
}
