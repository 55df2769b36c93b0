package org.maxdock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.ssh.KeptConnections;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.operation.Connection;
import org.maxdock.operation.Connections;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.SignatureDemands;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.Json;
import org.maxdock.store.KnownLaunches;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
import org.maxdock.store.Runs;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What the commands have in common: where they run, what they write, and that a trouble becomes a sentence and a
 * status.
 */
abstract class CommandContext implements Callable<Integer> {

    /** A command may be told of its end before the connection is. */
    private static final long TO_NOTICE_MS = 1000;

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
            Given.refuseEmpty(spec.root().commandLine().getParseResult());
            refuseUnusedSshOptions();
            return run();
        } catch (InvalidValue e) { // what files and servers say has become a trouble before: this was typed
            return told(Given.byOwnName(spec.root().commandLine().getParseResult(), e.trouble()), Exit.USAGE);
        } catch (Trouble e) {
            return told(e, Exit.of(e));
        }
    }

    /** SLURM's -J and -o mean other things, and are typed out of habit; where nobody is connected to, none is meant. */
    private void refuseUnusedSshOptions() {
        boolean here = options().target.equals("local");
        if (here && options().jump != null && spec.optionsMap().containsKey("--nodelist")) {
            throw new InvalidValue(TroubleKind.SSH_OPTION_WITHOUT_SERVER, "--jump " + options().jump);
        }
        for (String option : here ? options().sshOptions : List.<String>of()) {
            if (!option.matches("(?s)\\s*[A-Za-z0-9]+(?:\\s*=|\\s).*")) { // ssh_config(5): a keyword and its value
                throw new InvalidValue(TroubleKind.SSH_OPTION_WITHOUT_SERVER, "--ssh-option " + option);
            }
        }
    }

    /** Refuses two of these words ({@link Given#atMostOne}). */
    void atMostOne(String... names) {
        Given.atMostOne(spec.commandLine().getParseResult(), names);
    }

    /** Refuses it without one of the others ({@link Given#onlyWith}). */
    void onlyWith(String name, String... any) {
        Given.onlyWith(spec.commandLine().getParseResult(), name, any);
    }

    private int told(Trouble trouble, int status) {
        if (trouble.kind() == TroubleKind.UNEXPECTED) { // on another thread, whose work was waited for
            return new Unexpected(console()).told(json(), trouble);
        }
        Texts texts = console().texts();
        String mend = trouble.kind() == TroubleKind.BAD_ARGUMENT
                ? texts.get("cli.usage.help", spec.qualifiedName())
                : texts.mend(trouble);
        console().failure(json(), trouble.key(), texts.what(trouble), mend);
        return status;
    }

    MaxDockCommand options() {
        return (MaxDockCommand) spec.root().userObject();
    }

    boolean json() {
        return options().json;
    }

    Console console() {
        if (console == null) {
            console = factory().console();
        }
        return console;
    }

    /** Makes further command lines that write where this one does. */
    ConsoleFactory factory() {
        return (ConsoleFactory) spec.commandLine().getFactory();
    }

    /** Connected to where the options say; to be closed. */
    Connection connect() throws Trouble {
        EnginePlace place = engine();
        Connection connection = connectToServer();
        if (!(place instanceof EnginePlace.OnServer)) {
            try {
                connection.workWith(place);
            } catch (Trouble e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    /** The same, for what needs no engine, wherever it may be. */
    Connection connectToServer() throws Trouble {
        engine(); // what is no place is told by each command
        Connection connection = connection();
        connection.connect(options().target, new Cancellation());
        return connection;
    }

    private EnginePlace engine() {
        return EnginePlace.parse(options().engine);
    }

    /** Not connected yet. */
    Connection connection() throws Trouble {
        return new Connection(new Connections(
                        options().sshSettings(), console().prompts(), options().site())
                .over(kept()));
    }

    /** The connections that the user has kept between calls. */
    KeptConnections kept() throws Trouble {
        return KeptConnections.of(options().sshSettings());
    }

    /** Where the options say, which is to be another machine. */
    SshTarget server() throws Trouble {
        if (options().target.equals("local")) {
            throw Given.isAnywhere(spec.root().commandLine().getParseResult(), "--on")
                    ? new Trouble(TroubleKind.BAD_ARGUMENT, "--on", options().target)
                    : new Trouble(TroubleKind.VALUE_MISSING, "--on");
        }
        return SshTarget.parse(options().target);
    }

    /**
     * The status of what ran over a connection: what the loss of that ended has none.
     *
     * @throws Trouble where the connection is lost
     */
    static int status(Connection over, int status) throws Trouble {
        if (status != Running.BROKEN) {
            return status;
        }
        CountDownLatch lost = new CountDownLatch(1);
        over.onChange(now -> lost.countDown());
        try {
            if (over.state().connected().isEmpty() || lost.await(TO_NOTICE_MS, TimeUnit.MILLISECONDS)) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, over.state().target());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status;
    }

    BuildHistory builds() {
        return BuildHistory.in(ConfigFolder.ofUser(), new Json());
    }

    JobOperations jobs(Connection server) {
        return new JobOperations(server, runs());
    }

    LaunchOperations launches(Connection server) throws Trouble {
        return new LaunchOperations(server, runs(), demands());
    }

    /** Who must have signed what is started. */
    SignatureDemands demands() throws Trouble {
        return new SignatureDemands(signer(), options().site());
    }

    Project project() {
        return new Project(options().folder().orElse(Path.of("").toAbsolutePath()), new Json());
    }

    /** Signs and checks on this machine, where the keys are. */
    RecordSigner signer() throws Trouble {
        return new RecordSigner(
                new LocalHost(),
                Path.of(System.getProperty("user.home")),
                options().site().allowedSigners());
    }

    /** The launches that the user started, here or in the window. */
    Runs runs() {
        return Runs.in(ConfigFolder.ofUser(), new Json());
    }

    /** Which launches of others were looked at, here or in the window. */
    LaunchReviews reviews(Connection server) throws Trouble {
        return new LaunchReviews(knownLaunches(), server, options().site());
    }

    KnownLaunches knownLaunches() throws Trouble {
        return KnownLaunches.in(ConfigFolder.ofUser(), new Json());
    }

    Plans plans() {
        return Plans.in(ConfigFolder.ofUser(), new Json());
    }
}
