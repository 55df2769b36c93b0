package org.maxdock.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.maxdock.engine.Engine;
import org.maxdock.engine.ImageSummary;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Tarball;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.node.TakenNodes;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.store.EditableProject;
import org.maxdock.store.KeptBuild;
import org.maxdock.store.ProjectContents;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Nodes that are taken, to work with their engines where the workgroup server has none, and given back. */
public final class NodeOperations {

    /** What the jobs are called by which nodes are taken. */
    public static final String NAME = TakenNodes.NAME;

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

        /** In which an image can still be pushed or saved. */
        private static final Duration SOON = Duration.ofMinutes(10);

        /** Whether it is time to keep what would go with it: ten minutes are left, or fewer. */
        public boolean endsSoon() {
            return SlurmTime.parse(left)
                    .filter(time -> time.compareTo(SOON) <= 0)
                    .isPresent();
        }

        static TakenNode of(Job job) throws Trouble {
            boolean over = job.left().equals("INVALID"); // so squeue(1) has it between its end and its being ended
            return new TakenNode(job.number(), TakenNodes.first(job), job.partition(), over ? "0:00" : job.left());
        }
    }

    /**
     * Waits until SLURM grants one.
     *
     * @param wanted one node, and what SLURM is asked for with it
     * @param told what it waits for, each time that this is something else; from another thread
     * @throws Trouble where it never would, which is told before it is asked for; or this was cancelled: then none is
     *     taken
     */
    public TakenNode take(LaunchPlace.Allocation wanted, Consumer<Message> told, Cancellation cancellation)
            throws Trouble {
        Server server = connection.server();
        Optional<PreflightCheck> never = server.allocationCheck().check(TakenNodes.NAME, wanted).stream()
                .filter(check -> check.state() == PreflightCheck.Outcome.FAILS)
                .findFirst();
        if (never.isPresent()) {
            throw new Trouble(
                    TroubleKind.NODE_NOT_GRANTED,
                    never.get().reason(),
                    never.get().mend().map(Object.class::cast).orElse(""));
        }
        Mark mark = Mark.fresh();
        try (WaitingTold waiting = new WaitingTold(server.slurm(), mark, told)) {
            waiting.start();
            return TakenNode.of(server.takenNodes().take(wanted.options(), mark, cancellation));
        }
    }

    /** Those that are taken, latest first; passed over are jobs that could not be read, and may be some. */
    public Records<TakenNode> taken() throws Trouble {
        return told(connection.server().takenNodes().taken());
    }

    /** One whose node cannot be read hides no other. */
    static Records<TakenNode> told(Records<Job> jobs) {
        List<TakenNode> nodes = new ArrayList<>();
        int unreadable = 0;
        for (Job job : jobs.found()) {
            try {
                nodes.add(TakenNode.of(job));
            } catch (Trouble e) {
                unreadable++;
                System.getLogger(NodeOperations.class.getName()).log(System.Logger.Level.DEBUG, "no node", e);
            }
        }
        return new Records<>(nodes, jobs.passedOver() + unreadable);
    }

    /**
     * The images of the engine that is worked with that a project would lose: those that it knows and that are neither
     * in a registry nor saved. An engine with containerd's store gives digests to what was never pushed, so that there
     * the registry is asked.
     */
    public List<String> onlyThere(EditableProject project) throws Trouble {
        ProjectContents known = project.contents();
        Engine engine = connection.server().engine();
        boolean digestsTell = !engine.info().containerdStore();
        List<String> alone = new ArrayList<>();
        for (ImageSummary image : connection.server().images().list()) {
            for (String name : image.tags()) {
                boolean pushed = digestsTell && !image.repoDigests().isEmpty();
                if (!pushed && isOf(known, name) && !isKept(known, name, image) && !isInRegistry(engine, name, image)) {
                    alone.add(name);
                }
            }
        }
        return List.copyOf(alone);
    }

    /** Whether a registry has just this image under its name; where none answers, it is not known to. */
    private static boolean isInRegistry(Engine engine, String name, ImageSummary image) {
        if (image.repoDigests().isEmpty()) {
            return false;
        }
        try {
            return engine.inRegistry(name).stream()
                    .anyMatch(there -> image.repoDigests().stream().anyMatch(d -> d.endsWith("@" + there.digest())));
        } catch (Trouble e) {
            System.getLogger(NodeOperations.class.getName()).log(System.Logger.Level.DEBUG, "no registry said", e);
            return false;
        }
    }

    private static boolean isOf(ProjectContents project, String name) {
        return Stream.of(
                        project.builds().stream().map(KeptBuild::reference),
                        project.records().stream().map(ImageRecord::reference),
                        project.launches().stream().map(Launch::image))
                .flatMap(references -> references)
                .anyMatch(reference -> reference.toString().equals(name));
    }

    /**
     * What a record keeps is the image that was recorded, and no other that has its name by now. A file that the server
     * does not see is on the node's own disk.
     */
    private boolean isKept(ProjectContents project, String name, ImageSummary image) {
        return project.records().stream()
                .filter(record -> record.reference().toString().equals(name))
                .filter(record -> record.identity().id().equals(image.id()))
                .anyMatch(record -> !record.identity().repoDigests().isEmpty()
                        || record.tarball()
                                .map(Tarball::path)
                                .filter(this::isSeen)
                                .isPresent());
    }

    private boolean isSeen(String path) {
        try {
            return connection
                    .server()
                    .host()
                    .run(Command.of("test", "-r", path))
                    .ok();
        } catch (Trouble e) {
            System.getLogger(NodeOperations.class.getName()).log(System.Logger.Level.DEBUG, "nobody could look", e);
            return false;
        }
    }

    /** Ends its job. */
    public void giveBack(JobId job) throws Trouble {
        connection.server().takenNodes().giveBack(job);
    }
}
