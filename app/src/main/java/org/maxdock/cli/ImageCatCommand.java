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

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1", paramLabel = "PATH")
    String path;

    @Override
    int run() throws Trouble {
        Cancellation cancellation = new Cancellation();
        try (Connection server = connect();
                Interrupt interrupt = new Interrupt(cancellation)) {
            new ImageOperations(server)
                    .copy(image, path, Streams.failing(console().out()), cancellation);
            return interrupt.came() ? Exit.FAILED : Exit.DONE;
        } catch (Trouble e) {
            if (Streams.isClosed(console().out())) {
                return Exit.NOBODY_READS;
            }
            throw e;
        }
    }
}
