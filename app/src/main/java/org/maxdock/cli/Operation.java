package org.maxdock.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maxdock.host.LocalHost;
import org.maxdock.project.Json;
import org.maxdock.project.Plans;
import org.maxdock.project.Project;
import org.maxdock.project.RecordSigner;
import org.maxdock.project.Runs;
import org.maxdock.project.Site;
import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common: where they run, what they write, and that a trouble becomes a sentence and a status. */
abstract class Operation implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    Help help;

    private Console console;

    /** Does the work and returns the exit status. */
    abstract int run() throws Trouble;

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (Trouble e) {
            if (json()) {
                console().printJson(console().troubleAsJson(e));
            }
            console().trouble(e);
            return Exit.of(e);
        }
    }

    MaxDockCommand options() {
        return (MaxDockCommand) spec.root().userObject();
    }

    boolean json() {
        return options().json;
    }

    Console console() {
        if (console == null) {
            console = ((ConsoleFactory) spec.commandLine().getFactory()).console();
        }
        return console;
    }

    Workbench connect() throws Trouble {
        MaxDockCommand options = options();
        return new Connections(Connections.settings(options), console().prompts(), Site.maxwell()).open(options.target);
    }

    Project project() {
        Path folder = options().project == null ? Path.of("").toAbsolutePath() : options().project;
        return new Project(folder, new Json());
    }

    /** Signs and checks on this machine, where the keys are. */
    RecordSigner signer() {
        return new RecordSigner(new LocalHost(), Path.of(System.getProperty("user.home")));
    }

    /** The launches that the user started, here or in the window. */
    Runs runs() {
        return Runs.ofHome(Path.of(System.getProperty("user.home")), new Json());
    }

    Plans plans() {
        return Plans.ofHome(Path.of(System.getProperty("user.home")), new Json());
    }
}
