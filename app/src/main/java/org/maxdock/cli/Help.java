package org.maxdock.cli;

import picocli.CommandLine.Option;

/** The option --help, which each command has. */
final class Help {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean asked;
}
