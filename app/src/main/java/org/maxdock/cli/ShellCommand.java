package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.node.JobContainer;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Records;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A shell in a container of a running job; without a job, on the server. */
@Command(name = "shell")
final class ShellCommand extends CommandContext {

    @Parameters(paramLabel = "JOB", arity = "0..1")
    String job;

    @Option(names = "--node", paramLabel = "NODE", defaultValue = "")
    String node;

    @Option(names = "--container", paramLabel = "CONTAINER", defaultValue = "")
    String container;

    @Option(names = "--list")
    boolean list;

    @Override
    int run() throws Trouble {
        onlyWith("--node", "JOB");
        onlyWith("--container", "JOB");
        onlyWith("--list", "JOB");
        return job == null ? onServer() : inContainer();
    }

    private int onServer() throws Trouble {
        try (Connection server = connectToServer()) {
            return status(server, new ConsoleTerminal().run(launches(server)::shell));
        }
    }

    private int inContainer() throws Trouble {
        try (Connection server = connect()) {
            Records<JobContainer> seen = jobs(server).containers(new JobId(job), new Cancellation());
            if (seen.passedOver() > 0) {
                console().note("containers.not-yours", seen.passedOver());
            }
            List<JobContainer> fitting = seen.found().stream()
                    .filter(c -> (node.isEmpty() || c.node().text().equals(node))
                            && (container.isEmpty() || c.name().equals(container) || c.id().equals(container)))
                    .toList();
            if (list) {
                return show(fitting);
            }
            JobContainer first =
                    fitting.stream().findFirst().orElseThrow(() -> new Trouble(TroubleKind.NO_CONTAINER_IN_JOB, job));
            return new ConsoleTerminal()
                    .run((columns, rows) -> jobs(server).shell(new JobId(job), first, columns, rows));
        }
    }

    private int show(List<JobContainer> containers) {
        if (json()) {
            console()
                    .printJson(containers.stream()
                            .map(c -> Map.of("node", c.node(), "id", c.id(), "name", c.name()))
                            .toList());
        } else {
            containers.forEach(c -> console().print(c.node() + "  " + c.id() + "  " + c.name()));
        }
        return Exit.DONE;
    }
}
