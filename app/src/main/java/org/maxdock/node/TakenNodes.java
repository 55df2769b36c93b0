package org.maxdock.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.SlurmRefusal;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Nodes that are taken to work on, with their engines, until they are given back: jobs of one node in which nothing
 * runs by itself (salloc(1), --no-shell).
 */
public final class TakenNodes {

    /** Name of the jobs that are such nodes. */
    public static final String NAME = "maxdock-node";

    /** What the user has set for salloc by hand is for other jobs. */
    private static final String TAKE = """
            for name in "${!SALLOC_@}"; do unset -v "$name"; done
            exec salloc "${@:3}" --no-shell --job-name="$1" --comment="$2\"""";

    private final Host server;
    private final Slurm slurm;

    public TakenNodes(Host server, Slurm slurm) {
        this.server = server;
        this.slurm = slurm;
    }

    /**
     * Waits until a node is granted.
     *
     * @param options of salloc, among them that it is one node
     * @param cancellation ends the waiting, and then nothing is taken
     * @throws Trouble where SLURM would never grant one
     */
    public Job take(List<String> options, Mark mark, Cancellation cancellation) throws Trouble {
        List<String> words = new ArrayList<>(List.of(NAME, mark.text()));
        words.addAll(options);
        try {
            Output output =
                    CancellableOutput.run(server, Command.script(TAKE, words.toArray(String[]::new)), cancellation);
            Optional<Job> granted = slurm.find(mark).filter(TakenNodes::hasNode);
            if (granted.isPresent()) {
                return granted.get();
            }
            throw SlurmRefusal.of(output, server.name());
        } catch (Trouble e) {
            letGo(mark);
            throw e;
        }
    }

    /** Also one that is only being started: its steps wait for that (slurm.conf(5), ResumeTimeout). */
    private static boolean hasNode(Job job) {
        return job.running()
                || job.state().equals("CONFIGURING") && !job.where().startsWith("(");
    }

    /** What was granted while somebody turned back would be kept until its time is over. */
    private void letGo(Mark mark) {
        try {
            Optional<Job> granted = slurm.find(mark);
            if (granted.isPresent()) {
                giveBack(granted.get().number());
            }
        } catch (Trouble e) { // it is listed with those that are taken
            System.getLogger(TakenNodes.class.getName()).log(System.Logger.Level.WARNING, "a node stays taken", e);
        }
    }

    /** Those that the user has, latest first; passed over are jobs that could not be read, and may be some. */
    public Records<Job> taken() throws Trouble {
        Records<Job> mine = slurm.mine();
        return new Records<>(
                mine.found().stream()
                        .filter(job -> job.name().equals(NAME) && hasNode(job))
                        .sorted(Comparator.comparing(Job::number, JobId.BY_NUMBER)
                                .reversed())
                        .toList(),
                mine.passedOver());
    }

    /**
     * The node of a job that runs: of the named one its first, else of the latest that was taken.
     *
     * @throws Trouble where the job does not run, or none was taken
     */
    public NodeHost host(Optional<JobId> named) throws Trouble {
        Job job = named.isPresent()
                ? slurm.find(named.get())
                        .filter(TakenNodes::hasNode)
                        .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, named.get()))
                : latest();
        return new NodeHost(server, job.number(), first(job));
    }

    private Job latest() throws Trouble {
        Records<Job> taken = taken();
        return taken.found().stream()
                .findFirst()
                .orElseThrow(() -> new Trouble(TroubleKind.NO_NODE_TAKEN)
                        .with(taken.notShown("jobs.passed-over").stream().toList()));
    }

    /** The first of a job's nodes. */
    public static NodeName first(Job job) throws Trouble {
        return NodeNames.expand(job.where()).stream()
                .findFirst()
                .flatMap(NodeName::read)
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_NODE, job.where()));
    }

    /** Ends its job; what is in the cache of the node stays there, for as long as nobody takes it away. */
    public void giveBack(JobId job) throws Trouble {
        slurm.cancel(List.of(job));
    }
}
