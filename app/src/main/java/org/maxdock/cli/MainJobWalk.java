package org.maxdock.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.EngineOperations;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.MountOperations;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Project;
import org.maxdock.store.SiteExample;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The story of the main job, step by step, each step by the same operation that the window and the command line call.
 */
final class MainJobWalk {

    private final Console console;
    private final Connection server;
    private final LaunchOperations launches;
    private final RecordOperations records;
    private final MountOperations mounts;
    private final BuildOperations builds;
    private final Project project;
    private final Path lab;
    private final SiteExample example;
    private final String target;

    MainJobWalk(
            Console console,
            Connection server,
            LaunchOperations launches,
            BuildOperations builds,
            Project project,
            Path lab,
            SiteExample example,
            String target) {
        this.console = console;
        this.server = server;
        this.launches = launches;
        this.builds = builds;
        this.records = new RecordOperations(server, Clock.systemUTC());
        this.mounts = new MountOperations(server);
        this.project = project;
        this.lab = lab;
        this.example = example;
        this.target = target;
    }

    /** All of it. */
    void run() throws Trouble {
        try (server;
                WalkEngine engine = connect()) {
            Launch launch = prepared(engine.operations());
            ImageRecord record = project.recordOf(example.image());
            LaunchPlan plan = launches.plan(launch, record, project.signedBy());
            step("try.script");
            console.print(launches.script(plan));
            step("try.launch");
            expect(launch(plan), 0, "try.launched");
            step("try.replace");
            replaceOnNodes();
            step("try.launch-again");
            expect(launch(launches.plan(launch, record, project.signedBy())), Exit.DOES_NOT_HOLD, "try.stopped");
            step("try.verify");
            verify(record, false);
            step("try.mend-nodes");
            records.provide(example.nodes(), record, Partitions.DEFAULT, new Cancellation());
            verify(record, true);
        }
        step("try.done");
    }

    /** All up to the launch, which is kept in the project. */
    void prepare() throws Trouble {
        try (server;
                WalkEngine engine = connect()) {
            prepared(engine.operations());
        }
    }

    private WalkEngine connect() throws Trouble {
        step("try.connect");
        server.connect(target, new Cancellation());
        return WalkEngine.of(console, server, example.partition());
    }

    private Launch prepared(EngineOperations engine) throws Trouble {
        console.note(
                "try.connected",
                server.state().target(),
                engine.info().version(),
                engine.endpoint(),
                new ClusterOperations(server).version().orElse("-"));
        step("try.build");
        builds.build(
                project,
                BuildRequest.plain(project.folder(), example.image().toString()),
                new ProgressLines(console.err()),
                new Cancellation());
        step("try.record");
        ImageRecord record = records.record(project, example.image().toString());
        console.note(
                "cli.recorded",
                record.reference(),
                record.identity().shortId(),
                record.identity().layers().size(),
                project.folder().resolve(Project.FILE));
        step("try.push");
        records.push(project, example.image().toString(), new ProgressLines(console.err()), new Cancellation());
        records.provide(example.nodes(), project.recordOf(example.image()), Partitions.DEFAULT, new Cancellation());
        step("try.map");
        Mapping mapping = mended();
        Launch launch = new Launch(
                "recon shell",
                example.image(),
                List.of(mapping),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of(example.partition(), 1, "01:00:00"),
                List.of("sh", "-c", "id; hostname; head -n 2 /data/raw/run01/*.cbf"),
                "");
        project.putMounts(List.of(mapping));
        project.put(launch.withCommand(List.of("bash")));
        return launch;
    }

    private Mapping mended() throws Trouble {
        Mapping wanted = new Mapping(example.closed(), "/data", true);
        CheckedMapping checked = mounts.ask(List.of(wanted), RunMode.ME).getFirst();
        console.say(wanted.volume() + " " + checked.verdict().word());
        console.note(checked.verdict().reason());
        checked.engineSaid().ifPresent(said -> console.note("mount.engine-said", said));
        Mend mend =
                checked.verdict().suggestion().orElseThrow(() -> new Trouble(TroubleKind.TRY_FAILED, wanted.volume()));
        console.note("mount.mend", mend.host(), mend.container(), mend.path());
        Mapping mended = mend.apply(wanted);
        CheckedMapping again = mounts.ask(List.of(mended), RunMode.ME).getFirst();
        if (!again.verdict().holds()) {
            throw new Trouble(TroubleKind.TRY_FAILED, mended.volume());
        }
        console.say(mended.volume() + " " + again.verdict().word());
        return mended;
    }

    private int launch(LaunchPlan plan) throws Trouble {
        try (Running running = launches.start(plan)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int status = new PassThrough(running, out, console.err()).run();
            console.out().print(out.toString(StandardCharsets.UTF_8));
            return status;
        }
    }

    private void expect(int status, int wanted, String key) throws Trouble {
        if (status != wanted) {
            throw new Trouble(TroubleKind.TRY_FAILED, Reason.of("reason.exit-status", "exit status " + status, status));
        }
        console.note(key);
    }

    /** Somebody else, on each node: another image under the same name. */
    private void replaceOnNodes() throws Trouble {
        for (NodeName node : example.nodes()) {
            String build = "printf 'FROM " + example.base() + "\\nCMD [\"echo\",\"not the image you recorded\"]\\n'"
                    + " | docker build -q -t " + example.image() + " -";
            Output output = new LocalHost()
                    .run(org.maxdock.host.Command.of(lab.toString(), "sh", example.other() + "@" + node, build));
            if (!output.ok()) {
                throw new Trouble(TroubleKind.TRY_FAILED, output.lastError());
            }
        }
    }

    private void verify(ImageRecord record, boolean expected) throws Trouble {
        Verification.Scope nodes = new Verification.Scope(false, false, false, example.nodes(), Partitions.DEFAULT);
        for (PlacedVerdict placed : records.verify(List.of(record), nodes, new Cancellation())) {
            if (placed.trouble().isPresent()) {
                throw placed.trouble().get();
            }
            ImageVerdict verdict = placed.verdict().orElseThrow();
            console.print(example.image() + " " + placed.where().title() + " " + verdict.word());
            if (verdict.holds() != expected) {
                throw new Trouble(TroubleKind.TRY_FAILED, placed.where().title() + " " + verdict.word());
            }
        }
    }

    private void step(String key) {
        console.err().println();
        console.say("== " + console.texts().get(key));
    }
}
