package org.maxdock.operation;

import java.util.List;
import java.util.stream.Stream;
import org.maxdock.engine.ImageSummary;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.node.TakenNodes;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.store.EditableProject;
import org.maxdock.store.KeptBuild;
import org.maxdock.store.ProjectContents;
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
     * The images of the engine that is worked with that a project would lose: those that it knows and that are neither
     * in a registry nor saved. An engine with containerd's store gives digests to what was never pushed, so that there
     * only a record tells.
     */
    public List<String> onlyThere(EditableProject project) throws Trouble {
        ProjectContents known = project.contents();
        boolean digestsTell = !connection.server().engine().info().containerdStore();
        return connection.server().images().list().stream()
                .filter(image -> !digestsTell || image.repoDigests().isEmpty())
                .map(ImageSummary::tags)
                .flatMap(List::stream)
                .filter(name -> isOf(known, name) && known.records().stream().noneMatch(r -> isKept(r, name)))
                .toList();
    }

    private static boolean isOf(ProjectContents project, String name) {
        return Stream.of(
                        project.builds().stream().map(KeptBuild::reference),
                        project.records().stream().map(ImageRecord::reference),
                        project.launches().stream().map(Launch::image))
                .flatMap(references -> references)
                .anyMatch(reference -> reference.toString().equals(name));
    }

    private static boolean isKept(ImageRecord record, String name) {
        return record.reference().toString().equals(name)
                && (record.tarball().isPresent()
                        || !record.identity().repoDigests().isEmpty());
    }

    /** Ends its job. */
    public void giveBack(JobId job) throws Trouble {
        connection.server().takenNodes().giveBack(job);
    }
}
