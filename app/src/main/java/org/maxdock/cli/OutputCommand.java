package org.maxdock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ServerFiles;
import org.maxdock.slurm.JobId;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
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
            if (json()) {
                String text = new String(new ServerFiles(server).read(file), StandardCharsets.UTF_8);
                console().printJson(Map.of("job", job, "file", file, "output", text));
                return Exit.DONE;
            }
            return copy(new ServerFiles(server), file);
        }
    }

    /** Byte by byte: it may be anything, and of any length. */
    private int copy(ServerFiles files, String file) throws Trouble {
        try {
            files.copy(file, Streams.failing(console().out()));
            return Exit.DONE;
        } catch (IOException e) {
            if (Streams.isClosed(console().out())) {
                return Exit.NOBODY_READS;
            }
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
