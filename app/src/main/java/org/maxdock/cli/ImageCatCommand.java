package org.maxdock.cli;

import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a file of an image to standard output, as it is. */
@Command(name = "cat")
final class ImageCatCommand extends CommandContext {

    private static final int MOST = 64 << 20;

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1", paramLabel = "PATH")
    String path;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            console().out().writeBytes(new ImageOperations(server).file(image, path, MOST, new Cancellation()));
            console().out().flush();
            return Exit.DONE;
        }
    }
}
