package org.maxdock.cli;

import picocli.CommandLine.Command;

/** Mappings of host folders into containers. */
@Command(name = "mount", subcommands = MountCheckCommand.class)
final class MountCommand extends CommandGroup {

    MountCommand() {
        super("mount check -v HOST:CONTAINER[:ro]");
    }
}
