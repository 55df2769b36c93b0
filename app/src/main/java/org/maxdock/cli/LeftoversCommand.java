package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.host.Cancellation;
import org.maxdock.launch.Leftover;
import org.maxdock.launch.WhatIsLeft;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What of earlier launches is still there and nobody looks at. */
@Command(name = "leftovers")
final class LeftoversCommand extends CommandContext {

    @Option(names = "--node", paramLabel = "NODE", split = ",")
    List<String> nodes = new ArrayList<>();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Option(names = "--stop")
    boolean stop;

    @Override
    int run() throws Trouble {
        onlyWith("--partition", "--node");
        try (Connection server = connectToServer()) {
            WhatIsLeft left = jobs(server).leftovers(Set.of());
            if (!nodes.isEmpty()) {
                left = left.and(
                        jobs(server).leftoversOn(NodeName.all(nodes), Partitions.of(partition), new Cancellation()));
            }
            List<List<String>> rows =
                    left.found().stream().map(LeftoversCommand::row).toList();
            if (json()) {
                console()
                        .printJson(rows.stream()
                                .map(r -> Map.of(
                                        "kind", r.get(0), "what", r.get(1), "launch", r.get(2), "where", r.get(3)))
                                .toList());
            } else {
                console().table(rows);
            }
            left.notes().forEach(console()::note);
            if (nodes.isEmpty()) {
                console().note("cli.leftovers-nodes");
            }
            for (Leftover one : stop ? left.found() : List.<Leftover>of()) {
                if (!jobs(server).stop(one, Set.of(), Partitions.of(partition), new Cancellation())) {
                    console().note("cli.leftover-stays", row(one).get(1));
                }
            }
            return Exit.DONE;
        }
    }

    private static List<String> row(Leftover leftover) {
        return switch (leftover) {
            case Leftover.KeptTerminal terminal ->
                List.of("terminal", terminal.mark().text(), "", "");
            case Leftover.Allocation job -> List.of("allocation", job.job().text(), job.name(), job.where());
            case Leftover.Container container ->
                List.of(
                        "container",
                        container.name(),
                        container.launch(),
                        container.node().map(NodeName::text).orElse(""));
            case Leftover.Folder folder ->
                List.of(
                        "folder",
                        folder.path(),
                        "",
                        folder.node().map(NodeName::text).orElse(""));
        };
    }
}
