package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordLine;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A record as a line of plain shell, for scripts where there is no MaxDock. */
@Command(name = "line")
final class DigestLineCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE", arity = "0..1")
    String image;

    @Override
    int run() throws Trouble {
        List<ImageRecord> records =
                image == null ? project().records() : List.of(project().recordOf(image));
        if (json()) {
            Map<String, String> lines = new LinkedHashMap<>();
            records.forEach(r -> lines.put(r.reference().toString(), RecordLine.of(r)));
            console().printJson(lines);
        } else {
            records.forEach(r -> console().print(RecordLine.of(r)));
        }
        return Exit.DONE;
    }
}
