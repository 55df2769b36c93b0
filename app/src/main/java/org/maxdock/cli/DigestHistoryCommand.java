package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.DifferenceText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What was recorded under a name, latest first, each with what it changed. */
@Command(name = "history")
final class DigestHistoryCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        ImageRecord record = project().recordOf(image);
        List<ImageRecord> all = new ArrayList<>(List.of(record));
        all.addAll(record.history());
        if (json()) {
            console().printJson(all);
            return Exit.DONE;
        }
        for (int i = 0; i < all.size(); i++) {
            ImageRecord one = all.get(i);
            String changed = i + 1 == all.size()
                    ? ""
                    : " "
                            + String.join(
                                    ", ",
                                    Comparison.differences(all.get(i + 1).identity(), one.identity()).stream()
                                            .map(new DifferenceText(console().texts())::what)
                                            .toList());
            console()
                    .print(one.recordedAt() + " " + one.recordedBy() + "@" + one.recordedOn() + " "
                            + one.identity().shortId() + changed);
        }
        return Exit.DONE;
    }
}
