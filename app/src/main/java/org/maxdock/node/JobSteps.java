package org.maxdock.node;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.QuietLogin;
import org.maxdock.slurm.Job;
import org.maxdock.text.Trouble;

/** Runs short scripts on nodes of a job that runs, beside what runs there (srun(1), --overlap). */
public final class JobSteps {

    private final Host host;

    public JobSteps(Host host) {
        this.host = host;
    }

    /** On the first of its nodes. */
    public Output first(Job job, String script, List<String> arguments) throws Trouble {
        return run(job, 1, script, arguments, new Cancellation());
    }

    /** On each of its nodes. */
    public Output each(Job job, String script, List<String> arguments, Cancellation cancellation) throws Trouble {
        return run(job, job.nodes(), script, arguments, cancellation);
    }

    private Output run(Job job, int nodes, String script, List<String> arguments, Cancellation cancellation)
            throws Trouble {
        List<String> words = new ArrayList<>(List.of(
                "srun",
                "--quiet",
                "--jobid=" + job.number(),
                "--overlap",
                "--nodes=" + nodes,
                "--ntasks=" + nodes,
                "--ntasks-per-node=1"));
        words.addAll(QuietLogin.words(script, arguments));
        return SrunErrors.told(CancellableOutput.run(host, Command.of(words), cancellation));
    }
}
