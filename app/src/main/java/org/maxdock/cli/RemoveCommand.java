package org.maxdock.cli;

import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a tag, and with the last one the image. */
@Command(name = "remove")
final class RemoveCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            new ImageOperations(server).remove(image);
            if (json()) {
                console().printJson(Map.of("image", image, "removed", true));
            }
            return Exit.DONE;
        }
    }
}
