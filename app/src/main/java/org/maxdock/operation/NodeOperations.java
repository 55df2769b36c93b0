package org.maxdock.operation;

import java.util.List;
import org.maxdock.engine.ImageSummary;
import org.maxdock.host.Cancellation;
import org.maxdock.node.TakenNodes;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;

/** Nodes that are taken, to work with their engines where the workgroup server has none, and given back. */
public final class NodeOperations {

    private final Connection connection;

    public NodeOperations(Connection connection) {
        this.connection = connection;
    }

    /**
     * A node that is taken.
     *
     * @param left time until SLURM takes it back, in its notation
     */
    public record TakenNode(JobId job, NodeName node, String partition, String left) {

        static TakenNode of(Job job) throws Trouble {
            return new TakenNode(job.number(), TakenNodes.first(job), job.partition(), job.left());
        }
    }

    /**
     * Waits until SLURM grants one.
     *
     * @param options of salloc, each as one word
     * @throws Trouble where it never would, or this was cancelled: then none is taken
     */
    public TakenNode take(Partitions partitions, TimeLimit time, List<String> options, Cancellation cancellation)
            throws Trouble {
        return TakenNode.of(
                connection.server().takenNodes().take(partitions, time, options, Mark.fresh(), cancellation));
    }

    /** Those that are taken, latest first. */
    public List<TakenNode> taken() throws Trouble {
        List<TakenNode> nodes = new java.util.ArrayList<>();
        for (Job job : connection.server().takenNodes().taken()) {
            nodes.add(TakenNode.of(job));
        }
        return nodes;
    }

    /**
     * The images of the engine that is worked with whose names are the user's to lose: neither pulled from a registry
     * nor pushed to one.
     *
     * @param names those that the user's project knows
     */
    public List<String> onlyThere(List<String> names) throws Trouble {
        return connection.server().images().list().stream()
                .filter(image -> image.repoDigests().isEmpty())
                .map(ImageSummary::tags)
                .flatMap(List::stream)
                .filter(names::contains)
                .toList();
    }

    /** Ends its job. */
    public void giveBack(JobId job) throws Trouble {
        connection.server().takenNodes().giveBack(job);
    }
}
