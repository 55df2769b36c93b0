package org.maxdock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What images are: to record it, and to hold images against it. */
@Command(name = "digest", subcommands = {DigestRecordCommand.class, DigestVerifyCommand.class})
final class DigestCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Mixin
    Help help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "digest record IMAGE | digest verify [IMAGE]");
    }
}
