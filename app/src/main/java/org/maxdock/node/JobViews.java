package org.maxdock.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.maxdock.engine.ExecCommand;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Terminal;
import org.maxdock.host.shell.QuietLogin;
import org.maxdock.slurm.Begun;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.OutputName;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Ways to look at a job that runs: a shell in its container, and what it writes. */
public final class JobViews {

    /**
     * On each node, a line for each container: those that tell their job, and those that only the site's script named
     * after it, after whose it is. Latest first.
     */
    private static final String LIST = """
            set -o pipefail
            %sseen_by %s |
              while read -r whose id _ name; do echo "$whose ${SLURMD_NODENAME:-$(uname -n)} $id $name"; done
            """.formatted(JobContainers.LINES, JobContainers.OF_JOB);

    /** In the container $1: bash where it has one, else sh. */
    private static final String SHELL = ExecCommand.atTerminal(ExecCommand.BEST_SHELL);

    private final Host host;
    private final Slurm slurm;
    private final JobSteps steps;

    public JobViews(Host host, Slurm slurm) {
        this.host = host;
        this.slurm = slurm;
        this.steps = new JobSteps(host);
    }

    /**
     * The containers of a job that runs, node by node in SLURM's order, on each the latest first. Passed over are those
     * that bear its label, though none of the user's launches gave it to them.
     *
     * @throws Trouble where the job does not run, has none, or this was cancelled
     */
    public Records<JobContainer> containers(JobId number, Cancellation cancellation) throws Trouble {
        Job job =
                slurm.find(number).filter(Job::running).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, number));
        Output output = steps.each(job, LIST, List.of(), cancellation);
        List<String> order = NodeNames.expand(job.where());
        List<JobContainer> found = output.text()
                .lines()
                .map(l -> l.split(" "))
                .filter(w -> w.length == 4 && w[0].equals("yours") && w[2].matches("[0-9a-f]{12,64}"))
                .flatMap(w -> NodeName.read(w[1]).map(n -> new JobContainer(n, w[2], w[3])).stream())
                .sorted(Comparator.comparingInt(c -> order.indexOf(c.node().text())))
                .toList();
        int others =
                (int) output.text().lines().filter(l -> l.startsWith("others ")).count();
        if (found.isEmpty() && others > 0) {
            throw new Trouble(TroubleKind.CONTAINERS_NOT_YOURS, number, others);
        }
        if (found.isEmpty()) {
            throw output.ok()
                    ? new Trouble(TroubleKind.NO_CONTAINER_IN_JOB, number)
                    : new Trouble(TroubleKind.JOB_NODES_SILENT, number, output.lastError());
        }
        return new Records<>(found, others);
    }

    /** A shell in one of them. */
    public Terminal shell(JobId job, JobContainer container, int columns, int rows) throws Trouble {
        List<String> words = new ArrayList<>(List.of(
                "srun",
                "--quiet",
                "--jobid=" + slurm.number(job),
                "--overlap",
                "--nodes=1",
                "--ntasks=1",
                "--nodelist=" + container.node(),
                "--pty"));
        words.addAll(QuietLogin.words(SHELL, List.of(container.id())));
        return host.openTerminal(Command.of(words), columns, rows);
    }

    /** What a batch job writes, from its last lines on, for as long as this is open. */
    public Terminal output(JobId job, int columns, int rows) throws Trouble {
        return follow(outputFile(job), columns, rows);
    }

    /** What a file holds, from its last lines on, as it grows. */
    public Terminal follow(String file, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script("exec tail -n 200 -F -- \"$1\"", file), columns, rows);
    }

    /**
     * The file that it writes to.
     *
     * @throws Trouble where it has none, since it is no batch job, SLURM has forgotten it, it has not begun, or it is
     *     an array of which tasks have begun: each has its own, and none was named
     */
    public String outputFile(JobId job) throws Trouble {
        if (!job.isOne()) {
            throw new Trouble(TroubleKind.JOB_NOT_BEGUN, job);
        }
        List<Map<String, String>> tasks = slurm.tasks(job);
        List<Map<String, String>> begun = tasks.stream().filter(Begun::has).toList();
        boolean isNamed = begun.stream().noneMatch(t -> job.text().equals(t.get("ArrayJobId")));
        if (!begun.isEmpty() && !isNamed) {
            throw new Trouble(TroubleKind.TASK_NOT_NAMED, job, named(begun));
        }
        if (begun.isEmpty() && !tasks.isEmpty()) {
            throw new Trouble(TroubleKind.JOB_NOT_BEGUN, job);
        }
        if (begun.isEmpty() || OutputName.of(begun.getFirst()).isEmpty()) {
            throw new Trouble(TroubleKind.NO_OUTPUT_FILE, job);
        }
        String older = OutputName.ofOlder(begun.getFirst());
        return host.run(Command.script("[ -e \"$1\" ]", older)).ok() ? older : OutputName.of(begun.getFirst());
    }

    private static String named(List<Map<String, String>> tasks) {
        return JobId.listed(tasks.stream()
                .flatMap(t -> JobId.read(t.get("ArrayJobId") + "_" + t.get("ArrayTaskId")).stream())
                .toList());
    }
}
