package org.maxdock.node;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
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
 * dial-stdio}), which every node has on which containers are started. When the job ends, the host is lost.
 */
public final class NodeHost implements Host {

    /** What else would the client read of the environment that says which engine it is to ask. */
    private static final String RELAY = """
            unset -v DOCKER_HOST DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH
            exec docker -H "$1" system dial-stdio""";

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
        try {
            return new OnNode(scripts.start(
                    command,
                    cancellation,
                    script -> server.start(Command.of(step("--unbuffered", script)), cancellation)));
        } catch (Trouble e) {
            throw explained(e);
        }
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        try {
            return scripts.startTerminal(
                    command, script -> server.openTerminal(Command.of(step("--pty", script)), columns, rows));
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

    private ByteStream relay(String to) throws Trouble {
        return new Relay(server.start(Command.of(words("--unbuffered", List.of(RELAY, "bash", to)))));
    }

    private List<String> step(String how, String script) {
        return words(how, List.of(script));
    }

    private List<String> words(String how, List<String> script) {
        List<String> words = new ArrayList<>(List.of(
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
                "-c"));
        words.addAll(script);
        return words;
    }

    /** SLURM's own words where the job has ended, or never was. */
    private Trouble explained(Trouble trouble) {
        boolean ended = trouble.arguments().stream()
                .map(String::valueOf)
                .anyMatch(said -> said.contains("has expired")
                        || said.contains("Invalid job id")
                        || said.contains("already completing or completed"));
        return ended ? new Trouble(trouble, TroubleKind.NODE_GIVEN_BACK, node, job) : trouble;
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

    private record OnNode(Running running, InputStream errors) implements Running {

        OnNode(Running running) {
            this(running, new SrunErrors(running.errors()));
        }

        @Override
        public OutputStream input() {
            return running.input();
        }

        @Override
        public InputStream output() {
            return running.output();
        }

        @Override
        public int await() throws InterruptedException {
            return running.await();
        }

        @Override
        public void close() {
            running.close();
        }
    }

    private record Relay(Running running) implements ByteStream {

        @Override
        public InputStream input() {
            return running.output();
        }

        @Override
        public OutputStream output() {
            return running.input();
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
