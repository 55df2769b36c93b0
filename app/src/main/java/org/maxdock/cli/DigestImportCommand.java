package org.maxdock.cli;

import org.maxdock.image.identity.ImageRecord;
import org.maxdock.store.Json;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a colleague's record into the project. */
@Command(name = "import")
final class DigestImportCommand extends CommandContext {

    @Parameters(paramLabel = "FILE")
    String file;

    @Override
    int run() throws Trouble {
        ImageRecord kept = project().put(new RecordFile(new Json()).read(GivenText.bytes(file), file));
        if (json()) {
            console().printJson(kept);
        } else {
            console()
                    .print(console()
                            .texts()
                            .get(
                                    "cli.imported",
                                    kept.reference(),
                                    kept.recordedAt(),
                                    kept.recordedBy(),
                                    kept.recordedOn(),
                                    kept.signatures().size()));
        }
        return Exit.DONE;
    }
}
