package org.maxdock.ui.launch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.local.LocalHost;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.SignatureDemands;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Records;
import org.maxdock.store.Json;
import org.maxdock.store.Runs;
import org.maxdock.store.SiteFiles;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Undo;

/** The models around a launch, with a real project and a server whose answers the test says. */
public final class LaunchBench implements AutoCloseable {

    /** Something that would fail. */
    public static final PreflightCheck RED = PreflightCheck.of("kind", new Trouble(TroubleKind.NOT_CONNECTED));

    public final ModelBench bench = new ModelBench();
    public final ConnectionBench connection = new ConnectionBench(bench);
    public final ProjectBench project;
    public final ImageInHand inHand;
    public final Undo undo;
    public final KeptLaunches kept;
    public final LaunchOperations launches = mock(LaunchOperations.class);
    public final ClusterOperations cluster = mock(ClusterOperations.class);
    public final JobOperations jobs = mock(JobOperations.class);
    public final LaunchReviews reviews = mock(LaunchReviews.class);
    public final Asks asks = mock(Asks.class);
    public final Starter.Terminals terminals = mock(Starter.Terminals.class);
    public final DraftModel model;
    public final LaunchDraft draft = new LaunchDraft();
    public final DraftLoader loader;
    public final Preflights preflights;
    public final Starter starter;
    public final DraftChecks checks;
    public final PlaceModel places;
    public final ScriptModel script;
    public final LaunchModel page;

    public LaunchBench(Path folder) throws Trouble {
        project = new ProjectBench(bench, folder);
        inHand = new ImageInHand(project.model());
        undo = new Undo(project.model());
        kept = new KeptLaunches(
                bench.background(),
                project.model(),
                project.plans(),
                reviews,
                undo,
                asks,
                bench.navigation(),
                bench.texts(),
                new Json());
        LaunchOperations real = new LaunchOperations(
                connection.connection(),
                new Runs(folder.resolve("runs.json"), new org.maxdock.store.Json()),
                new SignatureDemands(
                        new RecordSigner(new LocalHost(), folder, Optional.empty()),
                        SiteFiles.ofUser(new Json()).find("generic")));
        lenient()
                .when(launches.preview(any(), any(), any()))
                .thenAnswer(i -> real.preview(i.getArgument(0), i.getArgument(1), i.getArgument(2)));
        lenient().when(launches.script(any())).thenAnswer(i -> real.script(i.getArgument(0)));
        lenient()
                .when(launches.plan(any(), any(), any()))
                .thenAnswer(i -> new LaunchPlan(i.getArgument(0), i.getArgument(1), Mark.fresh()));
        lenient().when(launches.preflight(any(), any(), any())).thenReturn(List.of());
        lenient().when(cluster.partitions()).thenReturn(Records.of(List.of()));
        lenient().when(jobs.mine()).thenReturn(Records.of(List.of()));
        model = new DraftModel(draft, project.model(), inHand);
        loader = new DraftLoader(
                model,
                project.model(),
                connection.model(),
                project.plans(),
                launches,
                bench.background(),
                bench.texts());
        preflights = new Preflights(bench.background(), connection.model(), project.model(), project.plans(), launches);
        starter = new Starter(
                bench.background(),
                connection.model(),
                project.model(),
                project.plans(),
                launches,
                preflights,
                reviews,
                terminals,
                bench.navigation(),
                asks,
                bench.texts());
        checks = new DraftChecks(
                model, project.model(), connection.model(), preflights, bench.background(), Runnable::run);
        places = new PlaceModel(draft, connection.model(), cluster, jobs, bench.background(), bench.texts());
        script = new ScriptModel(model, launches, checks.stateProperty());
        page = new LaunchModel(
                model,
                loader,
                checks,
                places,
                script,
                starter,
                kept,
                new SiteOptions(draft, connection.model(), launches, bench.background()),
                connection.model(),
                project.model(),
                asks,
                bench.texts());
    }

    /** Opens the filled project, connects, and has the launch of that project as the draft. */
    public void begin() throws Trouble {
        project.filled("one");
        project.open("one");
        connect();
    }

    /** A new connection; what is asked over it is let come. */
    public void connect() {
        connection.connect();
        bench.settle();
    }

    public void disconnect() {
        connection.disconnect();
        bench.settle();
    }

    public void settle() {
        project.settle();
    }

    @Override
    public void close() throws Trouble {
        project.close();
    }

    public void type(DraftField field, String text) {
        draft.text(field).set(text);
    }

    public Launch launch() {
        Optional<Launch> launch = model.launch();
        return launch.orElseThrow(() -> new AssertionError(
                "no launch: " + ((Drafted.Wrong) model.draftedProperty().get()).trouble()));
    }
}
