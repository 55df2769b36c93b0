package org.maxdock.cli;

import picocli.CommandLine.Command;

/** What images are: to record it, to hold images against it, to bring them back, and to hand it on. */
@Command(
        name = "digest",
        subcommands = {
            DigestRecordCommand.class,
            DigestVerifyCommand.class,
            DigestMendCommand.class,
            DigestLineCommand.class,
            DigestHistoryCommand.class,
            DigestExportCommand.class,
            DigestImportCommand.class,
            DigestForgetCommand.class,
            DigestSignCommand.class,
            DigestSignersCommand.class
        })
final class DigestCommand extends CommandGroup {

    DigestCommand() {
        super("digest record IMAGE | verify [IMAGE] | mend IMAGE | line [IMAGE] | history IMAGE | "
                + "export IMAGE [FILE] | import FILE | forget IMAGE | sign IMAGE | "
                + "signers [NAME]...");
    }
}
