package org.maxdock.cli;

import java.util.List;
import org.maxdock.host.Running;
import org.maxdock.host.shell.Shell;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A shell in a container, or a command: at the terminal where this is at one, else by pipes, so that what a command
 * writes goes to a file as it is. It reads standard input where it is told to, as for docker exec: a loop's list, say,
 * is not its own.
 */
@Command(name = "shell")
final class ContainerShellCommand extends CommandContext {

    private static final String PLAIN_SHELL = "exec sh";

    @Option(names = {"-i", "--interactive"})
    boolean interactive;

    @Parameters(index = "0", paramLabel = "CONTAINER")
    String name;

    @Parameters(index = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            ContainerOperations containers = new ContainerOperations(server);
            containers.inspect(name); // what is not there is told before a terminal is set up
            String line = command.isEmpty() ? PLAIN_SHELL : Shell.join(command);
            if (!Console.isTerminal()) {
                return status(server, inPipes(containers, line));
            }
            return status(
                    server,
                    new ConsoleTerminal()
                            .run((columns, rows) -> command.isEmpty()
                                    ? containers.shell(name, columns, rows)
                                    : containers.run(name, line, columns, rows)));
        }
    }

    private int inPipes(ContainerOperations containers, String line) throws Trouble {
        boolean reads = interactive || command.isEmpty();
        try (Running running = containers.run(name, line, reads)) {
            PassThrough passed =
                    new PassThrough(running, console().out(), console().err());
            return (reads ? passed.with(System.in) : passed).run();
        }
    }
}
