package org.maxdock.cli;

import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a file or folder of an image to a path of the server. */
@Command(name = "copy")
final class ImageCopyCommand extends CommandContext {

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1", paramLabel = "PATH")
    String path;

    @Parameters(index = "2", paramLabel = "TO")
    String to;

    @Override
    int run() throws Trouble {
        Given.refuseStream(to);
        try (Connection server = connect()) {
            new ImageOperations(server).copy(image, path, to, new Cancellation());
            if (json()) {
                console().printJson(Map.of("image", image, "path", path, "to", to));
            }
            return Exit.DONE;
        }
    }
}
