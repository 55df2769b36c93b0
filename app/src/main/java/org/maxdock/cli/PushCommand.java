package org.maxdock.cli;

import java.time.Clock;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.RecordOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pushes an image, with the credentials that `docker login` left on the host. */
@Command(name = "push")
final class PushCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            new RecordOperations(server, Clock.systemUTC())
                    .push(project(), image, new ProgressLines(console().err()), new Cancellation());
            if (json()) {
                console().printJson(Map.of("image", image, "done", true));
            }
            return Exit.DONE;
        }
    }
}
