package org.maxdock.node;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.host.Terminal;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A node of a job that runs, as a host: each command is a step of the job beside what runs there (srun(1), --overlap),
 * started over the workgroup server. Streams to sockets go through docker's own client there ({@code docker system
 * dial-stdio}), which every node has on which containers are started. When the job has ended, whatever is asked of the
 * node fails.
 */
public final class NodeHost implements Host {

    /** Which engine is meant on the server is nothing for the node. */
    private static final String NO_ENGINE_OF_THE_SERVER =
            "unset -v DOCKER_HOST DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH\n";

    private static final String RELAY = NO_ENGINE_OF_THE_SERVER + "exec docker -H \"$1\" system dial-stdio";

    /**
     * Unbuffered, the output of a step is a terminal (slurmstepd), to which programs write otherwise than to a pipe. Of
     * one that a signal ends, bash would say so beside the status.
     */
    private static final String PIPED = NO_ENGINE_OF_THE_SERVER
            + "set -o pipefail; exec 60>&2 2>/dev/null; \"$BASH\" --norc -c \"$1\" 2>&60 60>&- | cat 60>&-";

    private static final String AT_TERMINAL = NO_ENGINE_OF_THE_SERVER + "exec \"$BASH\" --norc -c \"$1\"";

    private static final Set<String> HAS_ITS_NODE =
            Set.of("RUNNING", "CONFIGURING", "SUSPENDED", "STOPPED", "SIGNALING", "RESIZING");

    /** SLURM's sentences of a job that has ended, and no other's: a certificate may have expired, too. */
    private static final Pattern OVER = Pattern.compile("(?:srun|slurmstepd|slurm): error: .*(?:Slurm job [0-9]+ has"
            + " expired|Invalid job id|already completing or completed| CANCELLED AT )|srun: Force Terminated job"
            + "|srun: Job step aborted");

    private final Host server;
    private final JobId job;
    private final NodeName node;
    private final ScriptStarter scripts;

    /**
     * @param server where SLURM's commands are
     * @param job as srun knows it: of a task of an array the number that it has as a job
     */
    public NodeHost(Host server, JobId job, NodeName node) {
        this.server = server;
        this.job = job;
        this.node = node;
        this.scripts = new ScriptStarter(this, false);
    }

    @Override
    public String name() {
        return node.text();
    }

    /** The job that the node was granted to. */
    public JobId job() {
        return job;
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        Cancellation beginning = new Cancellation();
        AtomicBoolean begun = new AtomicBoolean();
        cancellation.onCancel(() -> {
            if (!begun.get()) {
                beginning.cancel();
            }
        });
        try {
            StepRunning step = new StepRunning(scripts.start(
                    command,
                    beginning,
                    script -> server.start(Command.of(words("--unbuffered", PIPED, script)), beginning)));
            begun.set(true);
            cancellation.onCancel(step::close);
            return step;
        } catch (Trouble e) {
            throw explained(e);
        }
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        try {
            return scripts.startTerminal(
                    command,
                    script -> server.openTerminal(Command.of(words("--pty", AT_TERMINAL, script)), columns, rows));
        } catch (Trouble e) {
            throw explained(e);
        }
    }

    @Override
    public ByteStream connectUnix(String path) throws Trouble {
        return relay("unix://" + path);
    }

    @Override
    public ByteStream connectTcp(String address, int port) throws Trouble {
        return relay("tcp://" + address + ":" + port);
    }

    /** Each is a session of the connection to the server, of which that allows few, and a step of the job. */
    @Override
    public int streamsToKeep() {
        return 1;
    }

    private ByteStream relay(String to) throws Trouble {
        return new EngineRelay(server.start(Command.of(words("--unbuffered", RELAY, to))), this::explained);
    }

    private List<String> words(String how, String script, String argument) {
        return List.of(
                "srun",
                "--quiet",
                "--jobid=" + job,
                "--overlap",
                "--export=ALL",
                "--nodes=1",
                "--ntasks=1",
                "--nodelist=" + node,
                how,
                "bash",
                "--norc",
                "-c",
                script,
                "bash",
                argument);
    }

    /** By SLURM's own words where the job has ended, or never was; else by asking it. */
    @Override
    public Trouble explained(Trouble trouble) {
        boolean ended = isOver(trouble) || trouble.kind() != TroubleKind.CANCELLED && server.isOpen() && isOver();
        return ended ? new Trouble(trouble, TroubleKind.NODE_GIVEN_BACK, node, job) : trouble;
    }

    private boolean isOver() {
        try {
            // of an array's number, and of a heterogeneous job's, it lists all that bear it
            Output said = server.run(Command.of("squeue", "--all", "--noheader", "--jobs=" + job, "--format=%A %T"));
            return said.ok()
                    ? said.text().lines().noneMatch(this::hasItsNode)
                    : said.errors().contains("Invalid job id");
        } catch (Trouble e) {
            System.getLogger(NodeHost.class.getName()).log(System.Logger.Level.DEBUG, "SLURM does not say", e);
            return false;
        }
    }

    private boolean hasItsNode(String numberAndState) {
        String[] words = numberAndState.strip().split(" ");
        return words.length == 2 && words[0].equals(job.text()) && HAS_ITS_NODE.contains(words[1]);
    }

    static boolean isOver(Trouble trouble) {
        return trouble.arguments().stream()
                .map(String::valueOf)
                .anyMatch(said -> OVER.matcher(said).find());
    }

    @Override
    public boolean isOpen() {
        return server.isOpen();
    }

    @Override
    public void onLost(Runnable lost) {
        server.onLost(lost);
    }

    /** The node stays taken, and the connection to the server open. */
    @Override
    public void close() {
        // each command and stream is closed by whoever started it
    }
}
