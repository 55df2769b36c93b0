package org.maxdock.cli;

import picocli.CommandLine.Command;

/** What images are: to record it, and to hold images against it. */
@Command(name = "digest", subcommands = {DigestRecordCommand.class, DigestVerifyCommand.class})
final class DigestCommand extends CommandGroup {

    DigestCommand() {
        super("digest record IMAGE | digest verify [IMAGE]");
    }
}
