package org.maxdock.cli;

import java.nio.file.Path;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.store.Json;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a record to a file, or to the output, to be handed to a colleague. */
@Command(name = "export")
final class DigestExportCommand extends CommandContext {

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1", paramLabel = "FILE", arity = "0..1")
    Path file;

    @Override
    int run() throws Trouble {
        ImageRecord record = project().recordOf(image);
        RecordFile form = new RecordFile(new Json());
        if (file == null || file.toString().equals(GivenText.STANDARD_OUTPUT)) {
            console().out().print(form.write(record));
        } else {
            form.write(record, file);
        }
        return Exit.DONE;
    }
}
