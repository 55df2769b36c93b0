package org.maxdock.cli;

import java.time.Clock;
import java.util.Map;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.Tarball;
import org.maxdock.operation.Connection;
import org.maxdock.operation.RecordOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves an image to a file of the host, and notes the file in the image's record. */
@Command(name = "save")
final class SaveCommand extends CommandContext {

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1", paramLabel = "FILE")
    String file;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            Tarball saved = saved(server);
            if (json()) {
                console().printJson(Map.of("image", image, "path", saved.path(), "sha256", saved.sha256()));
            } else {
                console().print(saved.sha256() + "  " + saved.path());
            }
            return Exit.DONE;
        }
    }

    private Tarball saved(Connection server) throws Trouble {
        Cancellation cancellation = new Cancellation();
        try (Interrupt interrupt = new Interrupt(cancellation)) {
            Tarball saved = new RecordOperations(server, Clock.systemUTC())
                    .save(project(), image, file, Progress.Listener.none(), cancellation);
            interrupt.came();
            return saved;
        }
    }
}
