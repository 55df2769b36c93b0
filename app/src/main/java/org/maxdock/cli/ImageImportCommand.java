package org.maxdock.cli;

import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an image of a root file system, as `docker export` writes it. */
@Command(name = "import")
final class ImageImportCommand extends CommandContext {

    @Parameters(index = "0", paramLabel = "FILE")
    String file;

    @Parameters(index = "1", paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        Given.refuseStream(file);
        try (Connection server = connect()) {
            String id = new ImageOperations(server).importRoot(file, image, new Cancellation());
            if (json()) {
                console().printJson(Map.of("image", image, "id", id));
            } else {
                console().print(id);
            }
            return Exit.DONE;
        }
    }
}
