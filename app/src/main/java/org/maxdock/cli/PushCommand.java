package org.maxdock.cli;

import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Server;
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
        try (Server bench = connect()) {
            new Recorder(project(), bench.images())
                    .push(image, new ProgressLines(console().err()), new Cancellation());
            if (json()) {
                console().printJson(Map.of("image", image, "done", true));
            }
            return Exit.DONE;
        }
    }
}
