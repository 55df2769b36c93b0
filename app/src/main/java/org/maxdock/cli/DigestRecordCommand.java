package org.maxdock.cli;

import java.time.Clock;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.Connection;
import org.maxdock.operation.RecordOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Records in the project what an image is now. */
@Command(name = "record")
final class DigestRecordCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            ImageRecord record =
                    new RecordOperations(server, Clock.systemUTC(), knownLaunches()).record(project(), image);
            if (json()) {
                console().printJson(record);
            } else {
                console()
                        .print(console()
                                .texts()
                                .get(
                                        "cli.recorded",
                                        record.reference(),
                                        record.identity().shortId(),
                                        record.identity().layers().size(),
                                        project().folder().resolve("maxdock.json")));
            }
            return Exit.DONE;
        }
    }
}
