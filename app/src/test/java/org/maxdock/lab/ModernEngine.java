package org.maxdock.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Trouble;

/**
 * The engine that tests work with where the workgroup server has none: a node's, which is taken when a class of tests
 * first asks for it, and given back when that class is done.
 */
public final class ModernEngine implements TestExecutionListener {

    /** Its images are in containerd's store, or with {@code -Dmaxdock.node=max-wn001} in the engine's own. */
    static final String NODE = System.getProperty("maxdock.node", "max-wn002");

    private static final List<String> WANTED =
            List.of("--partition=maxcpu", "--nodes=1", "--time=60", "--oversubscribe", "--nodelist=" + NODE);

    private static final AtomicBoolean IN_USE = new AtomicBoolean();

    @Override
    public void executionFinished(TestIdentifier what, TestExecutionResult how) {
        boolean whole =
                what.getSource().filter(source -> source instanceof ClassSource).isPresent();
        if (whole && IN_USE.getAndSet(false)) {
            Lab.giveBack("mxuser");
        }
    }

    static void use(Server server) throws Trouble {
        IN_USE.set(true);
        Optional<Job> taken = server.takenNodes().taken().found().stream()
                .filter(job -> job.where().equals(NODE))
                .findFirst();
        Job job = taken.isPresent() ? taken.get() : server.takenNodes().take(WANTED, Mark.fresh(), new Cancellation());
        server.workWith(new EnginePlace.OnNode(Optional.of(job.number())));
    }
}
