package org.maxdock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mappings of host folders into containers. */
@Command(name = "mount", subcommands = MountCheckCommand.class)
final class MountCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Mixin
    Help help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "mount check -v HOST:CONTAINER[:ro]");
    }
}
