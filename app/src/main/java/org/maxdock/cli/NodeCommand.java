package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.operation.Connection;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.NodeOperations;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Records;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Nodes that are taken to build on and to work with, where the server itself has no engine. */
@Command(
        name = "node",
        subcommands = {NodeCommand.Take.class, NodeCommand.ListTaken.class, NodeCommand.GiveBack.class})
final class NodeCommand extends CommandGroup {

    NodeCommand() {
        super("node take [-p PARTITION] [-t TIME] | node list | node give-back [JOB]");
    }

    /** What all of them tell. */
    abstract static class OfNodes extends CommandContext {

        final void tell(List<TakenNode> nodes) {
            if (json()) {
                console().printJson(nodes.stream().map(OfNodes::asJson).toList());
            } else {
                console()
                        .table(nodes.stream()
                                .map(n -> List.of(n.job().text(), n.node().text(), n.partition(), n.left()))
                                .toList());
            }
        }

        final void tellNotShown(Records<TakenNode> nodes) {
            nodes.notShown("jobs.passed-over").ifPresent(console()::note);
        }

        private static Map<String, Object> asJson(TakenNode node) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("job", node.job());
            map.put("node", node.node());
            map.put("partition", node.partition());
            map.put("left", node.left());
            return map;
        }
    }

    @Command(name = "take")
    static final class Take extends OfNodes {

        @Mixin
        AllocationOptions allocation;

        @Mixin
        SlurmOptions slurm;

        @Override
        int run() throws Trouble {
            LaunchPlace.Allocation wanted =
                    new LaunchPlace.Allocation(allocation.partitions(), 1, allocation.time(), 0, "", slurm.words());
            try (Connection server = connectToServer()) {
                NodeOperations nodes = new NodeOperations(server);
                Cancellation cancellation = new Cancellation();
                try (Interrupt interrupt = new Interrupt(cancellation)) {
                    TakenNode node = nodes.take(wanted, console()::note, cancellation);
                    tell(List.of(node));
                    if (!json()) {
                        console().note("cli.node-taken", node.job(), node.node());
                    }
                    if (interrupt.came()) { // it was granted in that moment
                        nodes.giveBack(node.job());
                        console().note("cli.node-not-kept", node.job(), node.node());
                        throw new Trouble(TroubleKind.CANCELLED);
                    }
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "list")
    static final class ListTaken extends OfNodes {

        @Override
        int run() throws Trouble {
            try (Connection server = connectToServer()) {
                NodeOperations nodes = new NodeOperations(server);
                Records<TakenNode> taken = nodes.taken();
                tell(taken.found());
                tellNotShown(taken);
                for (TakenNode node : json() ? List.<TakenNode>of() : taken.found()) {
                    if (node.endsSoon()) {
                        warn(server, nodes, node);
                    }
                }
                return Exit.DONE;
            }
        }

        /** While there is time to keep what goes with it. */
        private void warn(Connection server, NodeOperations nodes, TakenNode node) throws Trouble {
            console().note("cli.node-ends", node.node(), node.left());
            try {
                server.workWith(new EnginePlace.OnNode(Optional.of(node.job())));
                for (String image : nodes.onlyThere(project())) {
                    console().note("cli.node-alone", node.node(), image, node.job());
                }
            } catch (Trouble e) {
                console().trouble(e);
            }
        }
    }

    @Command(name = "give-back")
    static final class GiveBack extends OfNodes {

        @Parameters(index = "0", paramLabel = "JOB", arity = "0..1", defaultValue = "")
        String job;

        @Option(names = "--anyway")
        boolean anyway;

        @Override
        int run() throws Trouble {
            try (Connection server = connectToServer()) {
                NodeOperations nodes = new NodeOperations(server);
                Records<TakenNode> taken = nodes.taken();
                tellNotShown(taken);
                TakenNode which = taken.found().stream()
                        .filter(n -> job.isEmpty() || n.job().equals(new JobId(job)))
                        .findFirst()
                        .orElseThrow(() -> job.isEmpty()
                                ? new Trouble(TroubleKind.NO_NODE_TAKEN)
                                : new Trouble(TroubleKind.NOT_A_TAKEN_NODE, job));
                List<String> lost = anyway ? List.of() : onlyThere(server, nodes, which);
                if (!lost.isEmpty()) {
                    throw new Trouble(
                            TroubleKind.ONLY_ON_NODE,
                            String.join(", ", lost),
                            which.node(),
                            which.job(),
                            lost.getFirst());
                }
                nodes.giveBack(which.job());
                if (json()) {
                    console().printJson(Map.of("givenBack", which.job()));
                }
                return Exit.DONE;
            }
        }

        /** Of a node that does not answer nobody knows. */
        private List<String> onlyThere(Connection server, NodeOperations nodes, TakenNode which) throws Trouble {
            try {
                server.workWith(new EnginePlace.OnNode(Optional.of(which.job())));
                return nodes.onlyThere(project());
            } catch (Trouble e) {
                console().trouble(e);
                throw new Trouble(e, TroubleKind.NODE_NOT_LOOKED_AT, which.node());
            }
        }
    }
}
