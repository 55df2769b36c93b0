package org.maxdock.cli;

import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads images from a file of the host. */
@Command(name = "load")
final class LoadCommand extends CommandContext {

    @Parameters(paramLabel = "FILE")
    String file;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            String said = new ImageOperations(server).load(file, new Cancellation());
            if (json()) {
                console().printJson(Map.of("path", file, "loaded", said.lines().toList()));
            } else {
                console().print(said);
            }
            return Exit.DONE;
        }
    }
}
