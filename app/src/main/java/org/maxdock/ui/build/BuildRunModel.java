package org.maxdock.ui.build;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.engine.Progress;
import org.maxdock.image.BeforeFailure;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;

/**
 * A build as it goes on: its steps, what they say, how it ended. What is shown is a build of the project and over the
 * connection that are there now; another one goes on in the bar at the bottom, and shows nothing here.
 */
public final class BuildRunModel {

    private static final String DIGEST = "sha256:";
    private static final int SHOWN = 12;

    private final Background background;
    private final ConnectionModel connection;
    private final Texts texts;
    private final BuildOperations builds;
    private final LongSupplier clock;
    private final ReadOnlyObjectWrapper<Optional<BuildRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<BuildSteps.Step> steps = FXCollections.observableArrayList();
    /** For which shell an image is being made; null for none. */
    private final ObjectProperty<Object> opening = new SimpleObjectProperty<>();

    private final ReadOnlyObjectWrapper<Optional<FailedAt>> failedAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SimpleIntegerProperty chosen = new SimpleIntegerProperty(-1);

    /** @param clock in nanoseconds, to tell how long steps take */
    public BuildRunModel(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Texts texts,
            BuildOperations builds,
            LongSupplier clock) {
        this.background = background;
        this.connection = connection;
        this.texts = texts;
        this.builds = builds;
        this.clock = clock;
        project.projectProperty().addListener((o, was, is) -> forget());
        connection.onOther(() -> {
            opening.set(null);
            if (connection.connected().get() && state() == BuildRun.State.BUILT) {
                forget(); // the image is elsewhere; why one failed is still to be read
            }
        });
    }

    private void forget() {
        opening.set(null);
        run.set(Optional.empty());
        steps.clear();
        failedAt.set(Optional.empty());
        chosen.set(-1);
    }

    ReadOnlyObjectProperty<Optional<BuildRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The steps, as they were when {@link #tick} was called last. Only to be watched. */
    ObservableList<BuildSteps.Step> steps() {
        return steps;
    }

    /** The step whose log is shown, by its index; below 0 for the log of all. */
    SimpleIntegerProperty chosenProperty() {
        return chosen;
    }

    /** What the build that runs does; empty where none does. */
    Optional<BuildSteps> runningSteps() {
        return run.get().filter(r -> r.state() == BuildRun.State.RUNNING).map(BuildRun::steps);
    }

    BuildRun.State state() {
        return run.get().map(BuildRun::state).orElse(BuildRun.State.NONE);
    }

    public BooleanBinding running() {
        return Bindings.createBooleanBinding(() -> state() == BuildRun.State.RUNNING, run);
    }

    /** The build that went well, as long as its image is on the server that is connected, and of the project. */
    Optional<BuildRun> built() {
        return run.get().filter(r -> r.state() == BuildRun.State.BUILT && r.connection() == connection.number());
    }

    /** How the last one ended; empty while none has. */
    String caption() {
        return switch (state()) {
            case NONE, RUNNING -> "";
            case BUILT ->
                run.get()
                        .flatMap(BuildRun::result)
                        .map(i -> texts.get("ui.build.built", i.shortId()))
                        .orElse("");
            case FAILED -> texts.get("ui.build.failed");
            case CANCELLED -> texts.get("ui.build.cancelled");
        };
    }

    /** By which lines of its Dockerfile it failed; empty where it did not, or where that cannot be told. */
    ReadOnlyObjectProperty<Optional<FailedAt>> failedAtProperty() {
        return failedAt.getReadOnlyProperty();
    }

    /**
     * Nothing where one runs already, as after a double click.
     *
     * @param dockerfile the text that is built
     */
    void start(OpenProject of, BuildRequest request, String dockerfile) {
        if (state() == BuildRun.State.RUNNING) {
            return;
        }
        BuildSteps fresh = new BuildSteps(clock);
        forget();
        run.set(Optional.of(new BuildRun(
                of, connection.number(), request, fresh, BuildRun.State.RUNNING, Optional.empty(), Optional.empty())));
        Optional<Activity> activity = connection.run(
                texts.get("ui.work.build", request.tag()),
                a -> builds.build(of, request, fresh::report, a.cancellation()).identity(),
                image -> built(fresh, image),
                trouble -> {
                    failed(fresh, trouble);
                    mark(fresh, request.folder(), dockerfile, trouble);
                });
        run.set(run.get().map(r -> r.with(activity)));
    }

    /** Never waits. */
    public void cancel() {
        run.get().flatMap(BuildRun::activity).ifPresent(Activity::cancel);
    }

    /** Takes what has come since; to be called a few times a second while a build runs. */
    void tick() {
        run.get().ifPresent(r -> {
            var now = r.steps().steps();
            if (!now.equals(steps)) {
                steps.setAll(now);
            }
        });
    }

    /** How far it is, and for how long; empty before the first step. */
    String count() {
        Optional<BuildSteps.Step> last =
                steps.reversed().stream().filter(BuildSteps.Step::isNumbered).findFirst();
        if (run.get().isEmpty() || last.isEmpty()) {
            return "";
        }
        return texts.get(
                "ui.build.count",
                last.get().number(),
                last.get().of(),
                seconds(run.get().get().steps().time().toMillis()));
    }

    String time(BuildSteps.Step step) {
        return step.state() == BuildSteps.State.CACHED
                ? texts.get("ui.build.cached")
                : seconds(step.time(clock.getAsLong()).toMillis());
    }

    private String seconds(long millis) {
        return texts.amounts().number(millis / 1000.0, 1) + " s";
    }

    private Optional<BuildRun> mine(BuildSteps which) {
        return run.get().filter(r -> r.steps() == which);
    }

    private void built(BuildSteps which, Identity image) {
        which.end(true, "");
        mine(which).ifPresent(r -> {
            run.set(Optional.of(r.ended(BuildRun.State.BUILT, Optional.of(image))));
            tick();
        });
    }

    private void failed(BuildSteps which, Trouble trouble) {
        boolean cancelled = trouble.kind() == TroubleKind.CANCELLED;
        which.end(false, texts.explain(trouble) + "\n");
        mine(which).ifPresent(r -> {
            run.set(Optional.of(
                    r.ended(cancelled ? BuildRun.State.CANCELLED : BuildRun.State.FAILED, Optional.empty())));
            tick();
            if (!cancelled) {
                chosen.set(which.failed());
            }
        });
        boolean read =
                trouble.kind() == TroubleKind.BUILD_STEP_FAILED && mine(which).isPresent();
        if (!cancelled && !read) { // what a step says stands in the log, where the eye is
            background.trouble(trouble);
        }
    }

    private void mark(BuildSteps which, BuildFolder folder, String dockerfile, Trouble trouble) {
        if (mine(which).isPresent()) {
            failedAt.set(which.failedIn(dockerfile, trouble).map(lines -> new FailedAt(folder, dockerfile, lines)));
        }
    }

    /** What stood before the step that failed, for a look at it. */
    Optional<BeforeFailure.Stood> before() {
        return run.get()
                .filter(r -> r.state() == BuildRun.State.FAILED && r.connection() == connection.number())
                .flatMap(r -> r.steps().before());
    }

    /** Whether there is such, on the server that is connected, and it is not being opened. */
    BooleanBinding canOpenBefore() {
        return Bindings.createBooleanBinding(
                () -> before().isPresent() && connection.connected().get() && opening.get() == null,
                run,
                opening,
                connection.stateProperty());
    }

    /** Opens a shell in that, once the engine has made an image of it. */
    void openBefore(ShellOpener shells) {
        Optional<BeforeFailure.Stood> stood = before();
        run.get().filter(r -> canOpenBefore().get()).ifPresent(r -> {
            Object mine = new Object();
            opening.set(mine);
            connection.run(
                    texts.get("ui.work.before"),
                    a -> builds.before(r.request(), stood.orElseThrow(), Progress.Listener.none(), a.cancellation()),
                    image -> {
                        if (isStillOpening(mine)) {
                            shells.open(texts.get("ui.build.shell-in", shortened(image)), image);
                        }
                    },
                    trouble -> {
                        if (isStillOpening(mine)) {
                            background.trouble(trouble);
                        }
                    });
        });
    }

    /** Where there is another build, project or connection by now, the answer is about none that is shown. */
    private boolean isStillOpening(Object which) {
        boolean still = opening.get() == which;
        if (still) {
            opening.set(null);
        }
        return still;
    }

    private static String shortened(String image) {
        String id = image.startsWith(DIGEST) ? image.substring(DIGEST.length()) : image;
        return id.substring(0, Math.min(id.length(), SHOWN));
    }
}
