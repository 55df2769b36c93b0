package org.maxdock.cli;

import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pulls an image, with the credentials that `docker login` left on the host. */
@Command(name = "pull")
final class PullCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            new ImageOperations(server).pull(image, new ProgressLines(console().err()), new Cancellation());
            if (json()) {
                console().printJson(Map.of("image", image, "done", true));
            }
            return Exit.DONE;
        }
    }
}
