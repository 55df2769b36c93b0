package org.maxdock.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.operation.Connection;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.paste.PastedLaunch;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Run;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a recorded image on a node. */
@Command(name = "launch")
final class LaunchCommand extends CommandContext {

    @Option(names = "--print")
    boolean print;

    @Option(names = "--batch")
    boolean batch;

    @Option(names = "--force")
    boolean force;

    @Option(names = "--quiet")
    boolean quiet;

    @Option(names = "--no-browser")
    boolean noBrowser;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "")
    String name;

    @Option(names = "--save")
    boolean save;

    @Option(names = "--saved", paramLabel = "LAUNCH")
    String saved;

    @Option(names = "--forget", paramLabel = "LAUNCH")
    String forget;

    @Option(names = "--reviewed")
    boolean reviewed;

    @Option(names = "--paste", paramLabel = "FILE")
    String paste;

    @Option(names = "--service", paramLabel = "NAME", defaultValue = "")
    String service;

    @Option(names = "--again")
    boolean again;

    @Option(names = "--of-job", paramLabel = "JOB")
    String ofJob;

    @Mixin
    LaunchOptions options;

    @Parameters(index = "0", paramLabel = "IMAGE", arity = "0..1")
    String image;

    @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "0..*")
    List<String> command = new ArrayList<>();

    @Override
    int run() throws Trouble {
        if (forget != null) {
            return forget();
        }
        Launch said = launch();
        Launch launch = plans().expand(said, project());
        for (String plan : plans().ambiguous(said.plans(), project())) {
            console().note("cli.plan-of-project", plan);
        }
        if ((batch || launch.isBatch()) && !launch.place().allocates()) {
            throw new Trouble(
                    TroubleKind.NOT_TOGETHER,
                    batch ? "--batch" : "--kind batch",
                    launch.place().joined().map(j -> "--in-job " + j).orElse("--here"));
        }
        if (batch && launch.isX11()) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, "--batch", "--kind x11");
        }
        ImageRecord record = project().recordOf(launch.image());
        if (save) {
            project().put(said);
            reviews(connection()).accept(launch);
        }
        if (print) {
            return print(launch, record);
        }
        try (Connection server = connect()) {
            LaunchReviews reviews = reviews(server);
            if (!isKnown(reviews, said, launch, record)) {
                return Exit.DOES_NOT_HOLD;
            }
            // what must be signed is, or no --force helps
            LaunchPlan plan = launches(server).plan(launch, record, project().signedBy());
            ChecksTold checks = new ChecksTold(
                    console(),
                    launches(server)
                            .preflight(launch, Optional.of(record), project().signedBy()));
            if (!clear(checks)) {
                return Exit.DOES_NOT_HOLD;
            }
            reviews.accept(launch, record);
            if (batch || launch.isBatch()) {
                JobId job = launches(server).submit(plan, Optional.empty());
                remember(Run.started(plan, Optional.of(job), options().target));
                return submitted(job, checks);
            }
            remember(Run.started(plan, Optional.empty(), options().target));
            if (launch.kind().serves()) {
                ServedTold told = new ServedTold(console(), json(), Map.of("preflight", checks.rows()));
                return status(
                        server, new ServedApplication(console(), server, launches(server), told).run(plan, noBrowser));
            }
            if (!json() && Console.isTerminal() && !(launch.kind() instanceof LaunchKind.Command)) {
                return status(
                        server,
                        new ConsoleTerminal()
                                .run((columns, rows) -> launches(server).open(plan, Optional.empty(), columns, rows)));
            }
            tellUnusedInput();
            return passThrough(server, plan, checks);
        }
    }

    /** The project keeps it no longer; nothing is started. */
    private int forget() throws Trouble {
        nothingBeside("--forget " + forget, Set.of("--forget"));
        project().removeLaunch(forget);
        if (json()) {
            console().printJson(Map.of("removed", forget));
        }
        return Exit.DONE;
    }

    /** What came with the folder, a launch or an image in another's place, is not started before a look at it. */
    private boolean isKnown(LaunchReviews reviews, Launch said, Launch launch, ImageRecord record) throws Trouble {
        if (saved != null || again) {
            Optional<List<Message>> unusual = reviews.needed(said, launch, record);
            return unusual.isEmpty() || isLookedAt(unusual.get(), launch, record);
        }
        if (reviewed || reviews.exchanged(record).isEmpty()) {
            return true;
        }
        console().note("cli.review-image", record.reference(), record.recordedBy());
        console().note("cli.review-image-mend", record.reference());
        return false;
    }

    /** Shows the script where somebody has said that they want it, or can say it; else says how to see it. */
    private boolean isLookedAt(List<Message> unusual, Launch launch, ImageRecord record) throws Trouble {
        console().note(reviewed ? "cli.review-started" : "cli.review", launch.name());
        unusual.forEach(one -> console().say("  " + console().texts().get(one)));
        if (!reviewed && !Console.isTerminal()) {
            console().note("cli.review-mend", saved == null ? "--again" : "--saved \"" + saved + "\"");
            return false;
        }
        String script = script(launch, record);
        if (!reviewed) {
            console().note("cli.review-script");
        }
        console().say(script);
        return reviewed || console().agrees("cli.review-ask");
    }

    /** The stream of the system's own is not asked: it answers nobody while somebody reads from it. */
    @SuppressWarnings("resource") // to close it would close the program's input
    private void tellUnusedInput() {
        try {
            if (new FileInputStream(FileDescriptor.in).available() > 0) {
                console().note("cli.input-unused");
            }
        } catch (IOException e) { // there is none, then
            System.getLogger(LaunchCommand.class.getName()).log(System.Logger.Level.DEBUG, "no input", e);
        }
    }

    /** That it cannot be written down is told, and is no reason not to start. */
    private void remember(Run run) {
        try {
            runs().put(run);
        } catch (Trouble e) {
            console().trouble(e);
        }
    }

    private static final Set<String> BESIDE_SAVED = Set.of(
            "--saved", "--again", "--of-job", "--reviewed", "--print", "--batch", "--force", "--quiet", "--no-browser");

    /** What a pasted line says by itself, or leaves out: both would be put together without a word. */
    private static final Set<String> SAID_BY_LINE = Set.of(
            "--mode",
            "--volume",
            "--plan",
            "--workdir",
            "--pwd",
            "--env",
            "--env-file",
            "--shm-size",
            "--ulimit",
            "--gpus",
            "--publish",
            "--docker-arg",
            "--site-arg");

    /** What is kept is started as it is: what else was said would be left aside without a word. */
    private void nothingBeside(String what, Set<String> allowed) throws Trouble {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            boolean shared = spec.root().optionsMap().containsKey(option.longestName());
            if (!shared && !allowed.contains(option.longestName())) {
                throw new Trouble(TroubleKind.NOT_TOGETHER, what, option.longestName());
            }
        }
        if (image != null) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, what, image);
        }
    }

    private Launch launch() throws Trouble {
        atMostOne("--again", "--saved");
        onlyWith("--service", "--paste");
        onlyWith("--of-job", "--again");
        atMostOne("--print", "--force");
        atMostOne("--print", "--quiet");
        atMostOne("--print", "--no-browser");
        if (saved != null || again) {
            nothingBeside(saved != null ? "--saved " + saved : "--again", BESIDE_SAVED);
        }
        if (ofJob != null) {
            try (Connection server = connectToServer()) {
                return jobs(server).launchOf(new JobId(ofJob));
            }
        }
        if (again) {
            return runs().recent(1).stream()
                    .map(Run::launch)
                    .findFirst()
                    .orElseThrow(() -> new Trouble(TroubleKind.NOTHING_TO_REPEAT));
        }
        if (saved != null) {
            return project().launchOf(saved);
        }
        if (paste != null) {
            return pasted();
        }
        if (image == null) {
            options.check(); // a word that another option took may be the image
            throw new Trouble(TroubleKind.NO_IMAGE_GIVEN);
        }
        return options.launch(name, image, command);
    }

    /** A line that somebody copied: where it runs, and what kind of work it is, the options say. */
    private Launch pasted() throws Trouble {
        if (image != null) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, "--paste", image);
        }
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (SAID_BY_LINE.contains(option.longestName())) {
                throw new Trouble(TroubleKind.NOT_TOGETHER, "--paste", option.longestName());
            }
        }
        String text = GivenText.of(paste);
        Launch around = options.launch(name, "pasted", List.of());
        try (Connection server = connect()) {
            PastedLaunch read = PastedLaunch.of(
                    text,
                    new PastedLaunch.Before(name, around.place(), around.kind()),
                    launches(server).variables(),
                    service);
            PastedInput.tell(console(), read.notTaken(), read.warnings());
            return read.launch().withSignedBy(around.signedBy());
        }
    }

    private int print(Launch launch, ImageRecord record) throws Trouble {
        String script = script(launch, record);
        if (json()) {
            console().printJson(Map.of("script", script));
        } else {
            console().out().print(script);
        }
        return Exit.DONE;
    }

    private String script(Launch launch, ImageRecord record) throws Trouble {
        List<RecordSignature> demanded = demands().met(launch, record, project().signedBy());
        return InvalidValue.orTrouble(() -> new LaunchScript(new DockerScript())
                .writeToRun(new LaunchPlan(launch, record, Mark.fresh(), demanded)));
    }

    /** Whether nothing is in the way, or the user starts it all the same. */
    private boolean clear(ChecksTold checks) {
        checks.say(quiet);
        if (checks.fails() && force) {
            console().note("cli.forced");
        } else if (checks.fails() && json()) {
            console().printJson(Map.of("preflight", checks.rows()));
        }
        return force || !checks.fails();
    }

    private int submitted(JobId job, ChecksTold checks) {
        if (json()) {
            console().printJson(Map.of("job", job, "preflight", checks.rows()));
        } else {
            console().print(job.text());
        }
        return Exit.DONE;
    }

    private int passThrough(Connection server, LaunchPlan plan, ChecksTold checks) throws Trouble {
        try (Running running = launches(server).start(plan)) {
            if (!json()) {
                return status(
                        server,
                        new PassThrough(running, console().out(), console().err()).run());
            }
            var out = new java.io.ByteArrayOutputStream();
            int status = status(server, new PassThrough(running, out, console().err()).run());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("exitStatus", status);
            result.put("output", out.toString(java.nio.charset.StandardCharsets.UTF_8));
            result.put("preflight", checks.rows());
            console().printJson(result);
            return status;
        }
    }
}
