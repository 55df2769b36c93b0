package org.maxdock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Submits a script that was kept, and perhaps edited, as a batch job. */
@Command(name = "submit")
final class SubmitCommand extends CommandContext {

    @Parameters(paramLabel = "FILE")
    Path file;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            Mark mark = Mark.fresh();
            JobId job = launches(server).submit(mark.in(Files.readString(file)), mark);
            if (json()) {
                console().printJson(Map.of("job", job));
            } else {
                console().print(job.text());
            }
            return Exit.DONE;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
