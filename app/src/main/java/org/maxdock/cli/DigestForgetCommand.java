package org.maxdock.cli;

import java.util.Map;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a record out of the project, with its history; the image stays. */
@Command(name = "forget")
final class DigestForgetCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        ImageRecord gone = project().removeRecord(image);
        if (json()) {
            console().printJson(Map.of("removed", gone.reference()));
        }
        return Exit.DONE;
    }
}
