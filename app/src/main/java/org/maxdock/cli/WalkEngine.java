package org.maxdock.cli;

import java.util.List;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.operation.Connection;
import org.maxdock.operation.EngineOperations;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.NodeOperations;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The engine that the main job works with: the server's, or where it has none that of a node, which is taken for it,
 * and given back when this is closed or a signal ends the program.
 */
final class WalkEngine implements AutoCloseable {

    private static final String MINUTES = "30";

    /** A node, and that it is given back. */
    private record Taken(TakenNode node, AtEnd end) {}

    private final EngineOperations operations;
    private final Optional<AtEnd> end;

    private WalkEngine(EngineOperations operations, Optional<AtEnd> end) {
        this.operations = operations;
        this.end = end;
    }

    /** Takes a node where the server has no engine, and works with its engine from then on. */
    static WalkEngine of(Console console, Connection server, Partitions partition) throws Trouble {
        EngineOperations operations = new EngineOperations(server);
        NodeOperations nodes = new NodeOperations(server);
        try {
            operations.info();
            return new WalkEngine(operations, Optional.empty());
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.NO_ENGINE) {
                throw e;
            }
            System.getLogger(WalkEngine.class.getName()).log(System.Logger.Level.DEBUG, "a node's is taken", e);
        }
        console.note("try.no-engine", server.state().target());
        Taken taken = take(console, nodes, partition);
        WalkEngine engine = new WalkEngine(operations, Optional.of(taken.end()));
        try {
            server.workWith(new EnginePlace.OnNode(Optional.of(taken.node().job())));
            console.note("try.node-taken", taken.node().node());
            return engine;
        } catch (Trouble e) {
            engine.close();
            throw e;
        }
    }

    /** Ctrl-C leaves no job behind, neither while SLURM is waited for nor from then on. */
    private static Taken take(Console console, NodeOperations nodes, Partitions partition) throws Trouble {
        Cancellation cancellation = new Cancellation();
        try (Interrupt interrupt = new Interrupt(cancellation)) {
            TakenNode node = nodes.take(
                    LaunchPlace.Allocation.of(partition, 1, MINUTES).withMore(List.of("--oversubscribe")),
                    console::note,
                    cancellation);
            AtEnd end = new AtEnd(() -> {
                nodes.giveBack(node.job());
                console.note("try.given-back", node.node());
            });
            if (interrupt.came()) { // it was granted in that moment
                end.close();
                throw new Trouble(TroubleKind.CANCELLED);
            }
            return new Taken(node, end);
        }
    }

    EngineOperations operations() {
        return operations;
    }

    @Override
    public void close() throws Trouble {
        if (end.isPresent()) {
            end.get().close();
        }
    }
}
