package org.maxdock.cli;

import org.maxdock.engine.LogChoice;
import org.maxdock.host.Running;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a container wrote, as docker logs has it: its output here as output, its errors as errors. */
@Command(name = "logs")
final class ContainerLogsCommand extends CommandContext {

    @Option(names = {"-f", "--follow"})
    boolean follow;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "N",
            defaultValue = "")
    String tail;

    @Option(names = "--since", paramLabel = "TIME", defaultValue = "")
    String since;

    @Option(names = {"-t", "--timestamps"})
    boolean times;

    @Parameters(paramLabel = "CONTAINER")
    String name;

    @Override
    int run() throws Trouble {
        LogChoice choice = new LogChoice(follow, times, tail, since);
        try (Connection server = connect()) {
            ContainerOperations containers = new ContainerOperations(server);
            containers.inspect(name); // the client’s own words for one that is not there are no answer
            try (Running logs = containers.logs(name, choice)) {
                return status(
                        server, new PassThrough(logs, console().out(), console().err()).run());
            }
        }
    }
}
