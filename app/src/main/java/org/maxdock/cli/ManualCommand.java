package org.maxdock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the manual's pages, one for each command, into a folder: for those who make packages. */
@Command(name = "manual", hidden = true)
final class ManualCommand extends CommandContext {

    @Parameters(paramLabel = "DIR")
    Path folder;

    @Override
    int run() throws Trouble {
        for (Map.Entry<String, String> page :
                ManualPages.of(CommandLineMain.line(factory()).getCommandSpec()).entrySet()) {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            } catch (IOException e) {
                throw new Trouble(TroubleKind.FILE_UNWRITABLE, folder, IoReason.of(e));
            }
        }
        return Exit.DONE;
    }
}
