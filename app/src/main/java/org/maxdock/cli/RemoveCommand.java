package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes tags, and with the last one of an image that. */
@Command(name = "remove")
final class RemoveCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE", arity = "1..*")
    List<String> images = List.of();

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            ImageOperations operations = new ImageOperations(server);
            List<String> removed = OneByOne.of(console(), images, operations::remove);
            if (json()) {
                console().printJson(Map.of("images", removed, "removed", true));
            }
            return Exit.DONE;
        }
    }
}
