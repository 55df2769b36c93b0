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
 * and given back when this is closed.
 */
final class WalkEngine implements AutoCloseable {

    private static final String MINUTES = "30";

    private final Console console;
    private final EngineOperations operations;
    private final NodeOperations nodes;
    private final Optional<TakenNode> taken;

    private WalkEngine(Console console, EngineOperations operations, NodeOperations nodes, Optional<TakenNode> taken) {
        this.console = console;
        this.operations = operations;
        this.nodes = nodes;
        this.taken = taken;
    }

    /** Takes a node where the server has no engine, and works with its engine from then on. */
    static WalkEngine of(Console console, Connection server, Partitions partition) throws Trouble {
        EngineOperations operations = new EngineOperations(server);
        NodeOperations nodes = new NodeOperations(server);
        try {
            operations.info();
            return new WalkEngine(console, operations, nodes, Optional.empty());
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.NO_ENGINE) {
                throw e;
            }
            System.getLogger(WalkEngine.class.getName()).log(System.Logger.Level.DEBUG, "a node's is taken", e);
        }
        console.note("try.no-engine", server.state().target());
        TakenNode node = take(console, nodes, partition);
        WalkEngine engine = new WalkEngine(console, operations, nodes, Optional.of(node));
        try {
            server.workWith(new EnginePlace.OnNode(Optional.of(node.job())));
            console.note("try.node-taken", node.node());
            return engine;
        } catch (Trouble e) {
            engine.close();
            throw e;
        }
    }

    /** Ctrl-C while SLURM is waited for leaves no job behind. */
    private static TakenNode take(Console console, NodeOperations nodes, Partitions partition) throws Trouble {
        Cancellation cancellation = new Cancellation();
        try (Interrupt interrupt = new Interrupt(cancellation)) {
            TakenNode node = nodes.take(
                    LaunchPlace.Allocation.of(partition, 1, MINUTES).withMore(List.of("--oversubscribe")),
                    console::note,
                    cancellation);
            if (interrupt.came()) { // it was granted in that moment
                nodes.giveBack(node.job());
                throw new Trouble(TroubleKind.CANCELLED);
            }
            return node;
        }
    }

    EngineOperations operations() {
        return operations;
    }

    @Override
    public void close() throws Trouble {
        if (taken.isPresent()) {
            nodes.giveBack(taken.get().job());
            console.note("try.given-back", taken.get().node());
        }
    }
}
