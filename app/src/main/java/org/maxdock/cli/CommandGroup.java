package org.maxdock.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: without one of its own commands it says how to use it. */
abstract class CommandGroup implements Runnable {

    @Spec
    CommandSpec spec;

    @Mixin
    Help help;

    private final String usage;

    CommandGroup(String usage) {
        this.usage = usage;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), usage);
    }
}
