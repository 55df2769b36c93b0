package org.maxdock.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.Connection;
import org.maxdock.operation.RecordOperations;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a recorded image into the caches of nodes. */
@Command(name = "provide")
final class ProvideCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Option(names = "--node", paramLabel = "NODE", split = ",", required = true)
    List<String> nodes;

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Override
    int run() throws Trouble {
        ImageRecord record = project().recordOf(image);
        try (Connection server = connect()) {
            new RecordOperations(server, Clock.systemUTC())
                    .provide(NodeName.all(nodes), record, Partitions.of(partition), new Cancellation());
        }
        if (json()) {
            console().printJson(Map.of("image", record.reference(), "nodes", nodes));
        } else {
            console().print(console().texts().get("cli.provided", record.reference(), String.join(", ", nodes)));
        }
        return Exit.DONE;
    }
}
