package org.maxdock.cli;

import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads images from a file of the host. */
@Command(name = "load")
final class LoadCommand extends CommandContext {

    @Parameters(paramLabel = "FILE", arity = "0..1")
    String given;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE")
    String input;

    @Override
    int run() throws Trouble {
        atMostOne("FILE", "--input");
        String file = Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(input))
                .orElseThrow(() -> new Trouble(TroubleKind.VALUE_MISSING, "FILE"));
        Given.refuseStream(file);
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
