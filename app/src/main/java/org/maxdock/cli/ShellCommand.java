package org.maxdock.cli;

import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A shell in the container of a running job. */
@Command(name = "shell")
final class ShellCommand extends Operation {

    @Parameters(paramLabel = "JOB")
    String job;

    @Override
    int run() throws Trouble {
        try (Workbench bench = connect()) {
            return new ConsoleTerminal().run((columns, rows) -> bench.jobViews().shell(job, columns, rows));
        }
    }
}
