package org.maxdock.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Workbench;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.PartitionName;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The story of the main job, step by step, each step by the same operation that the window and the command line call.
 */
final class MainJobWalk {

    static final String IMAGE = "max-registry:5000/mxuser/recon:1";
    static final String CLOSED = "/asap3/petra3/gpfs/p11/2019/data/c20190101/raw/run01";
    static final List<NodeName> NODES = List.of(new NodeName("max-wn001"), new NodeName("max-wn002"));

    private final Console console;
    private final Connections connections;
    private final Project project;
    private final Path lab;
    private final String target;

    MainJobWalk(Console console, Connections connections, Project project, Path lab, String target) {
        this.console = console;
        this.connections = connections;
        this.project = project;
        this.lab = lab;
        this.target = target;
    }

    /** All of it. */
    void run() throws Trouble {
        try (Workbench bench = connections.open(target)) {
            Launch launch = prepare(bench);
            ImageRecord record = project.recordOf(IMAGE);
            LaunchPlan plan = bench.launcher().plan(launch, record);
            step("try.script");
            console.print(bench.launcher().script(plan));
            step("try.launch");
            expect(launch(bench, plan), 0, "try.launched");
            step("try.replace");
            replaceOnNodes();
            step("try.launch-again");
            expect(launch(bench, bench.launcher().plan(launch, record)), Exit.DOES_NOT_HOLD, "try.stopped");
            step("try.verify");
            verify(bench, record, false);
            step("try.mend-nodes");
            bench.provider().provide(NODES, record, PartitionName.DEFAULT, new Cancellation());
            verify(bench, record, true);
        }
        step("try.done");
    }

    /** All up to the launch, which is kept in the project. */
    void prepare() throws Trouble {
        try (Workbench bench = connections.open(target)) {
            prepare(bench);
        }
    }

    private Launch prepare(Workbench bench) throws Trouble {
        step("try.connect");
        console.note(
                "try.connected",
                bench.host().name(),
                bench.engine().info().version(),
                bench.engine().endpoint(),
                bench.slurm().version().orElse("-"));
        step("try.build");
        Recorder recorder = new Recorder(project, bench.images());
        recorder.build(
                BuildRequest.plain(project.folder(), IMAGE), new ProgressLines(console.err()), new Cancellation());
        step("try.record");
        ImageRecord record = recorder.record(IMAGE);
        console.note(
                "cli.recorded",
                record.reference(),
                record.identity().shortId(),
                record.identity().layers().size(),
                project.folder().resolve(Project.FILE));
        step("try.push");
        recorder.push(IMAGE, new ProgressLines(console.err()), new Cancellation());
        bench.provider().provide(NODES, project.recordOf(IMAGE), PartitionName.DEFAULT, new Cancellation());
        step("try.map");
        Mapping mapping = mended(bench);
        Launch launch = new Launch(
                "recon shell",
                ImageReference.parse(IMAGE),
                List.of(mapping),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "01:00:00"),
                List.of("sh", "-c", "id; hostname; head -n 2 /data/raw/run01/*.cbf"),
                "");
        project.putMounts(List.of(mapping));
        project.put(launch.withCommand(List.of("bash")));
        return launch;
    }

    private Mapping mended(Workbench bench) throws Trouble {
        Mapping wanted = new Mapping(CLOSED, "/data", true);
        CheckedMapping checked =
                bench.mounts().ask(List.of(wanted), bench.engine()).getFirst();
        console.err().println(wanted.volume() + " " + checked.verdict().word());
        console.note(checked.verdict().reason());
        checked.engineSaid().ifPresent(said -> console.note("mount.engine-said", said));
        Mend mend =
                checked.verdict().suggestion().orElseThrow(() -> new Trouble(TroubleKind.TRY_FAILED, wanted.volume()));
        console.note("mount.mend", mend.host(), mend.container(), mend.path());
        Mapping mended = mend.apply(wanted);
        CheckedMapping again =
                bench.mounts().ask(List.of(mended), bench.engine()).getFirst();
        if (!again.verdict().holds()) {
            throw new Trouble(TroubleKind.TRY_FAILED, mended.volume());
        }
        console.err().println(mended.volume() + " " + again.verdict().word());
        return mended;
    }

    private int launch(Workbench bench, LaunchPlan plan) throws Trouble {
        try (Running running = bench.launcher().start(plan)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int status = new PassThrough(running, out, console.err()).run();
            console.out().print(out.toString(StandardCharsets.UTF_8));
            return status;
        }
    }

    private void expect(int status, int wanted, String key) throws Trouble {
        if (status != wanted) {
            throw new Trouble(TroubleKind.TRY_FAILED, "exit status " + status);
        }
        console.note(key);
    }

    /** Somebody else, on each node: another image under the same name. */
    private void replaceOnNodes() throws Trouble {
        for (NodeName node : NODES) {
            String build =
                    "printf 'FROM max-registry:5000/maxwell/base:1\\nCMD [\"echo\",\"not the image you recorded\"]\\n'"
                            + " | docker build -q -t " + IMAGE + " -";
            Output output =
                    new LocalHost().run(org.maxdock.host.Command.of(lab.toString(), "sh", "mxother@" + node, build));
            if (!output.ok()) {
                throw new Trouble(TroubleKind.TRY_FAILED, output.lastError());
            }
        }
    }

    private void verify(Workbench bench, ImageRecord record, boolean expected) throws Trouble {
        for (var entry : bench.nodes()
                .verify(NODES, List.of(record), PartitionName.DEFAULT, new Cancellation())
                .entrySet()) {
            ImageVerdict verdict = entry.getValue().getFirst();
            console.print(IMAGE + " " + entry.getKey() + " " + verdict.word());
            if (verdict.holds() != expected) {
                throw new Trouble(TroubleKind.TRY_FAILED, entry.getKey() + " " + verdict.word());
            }
        }
    }

    private void step(String key) {
        console.err().println();
        console.err().println("== " + console.texts().get(key));
    }
}
