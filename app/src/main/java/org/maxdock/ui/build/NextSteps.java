package org.maxdock.ui.build;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NextStep;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Recording;
import org.maxdock.ui.shared.SavedName;
import org.maxdock.ui.shared.StillThere;

/**
 * What comes after a build that went well, for the image that it made: record it, push or save it, map folders, launch
 * it; and which of them leads on.
 */
public final class NextSteps {

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Navigation navigation;
    private final Asks asks;
    private final Texts texts;
    private final RecordOperations records;
    private final UserFolder folder;
    private final StillThere still;
    private final Recording recording;
    private final NextStepModel way;
    private final BuildRunModel run;
    private final ImageInHand inHand;
    private final BooleanProperty pushing = new SimpleBooleanProperty();
    private final BooleanBinding offered;
    private final ReadOnlyObjectWrapper<NextStep> step = new ReadOnlyObjectWrapper<>(NextStep.RECORD);

    public NextSteps(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            Asks asks,
            Texts texts,
            RecordOperations records,
            UserFolder folder,
            Recording recording,
            NextStepModel way,
            BuildRunModel run,
            ImageInHand inHand) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.navigation = navigation;
        this.asks = asks;
        this.texts = texts;
        this.records = records;
        this.folder = folder;
        this.still = new StillThere(connection, navigation::tell, texts);
        this.recording = recording;
        this.way = way;
        this.run = run;
        this.inHand = inHand;
        this.offered = Bindings.createBooleanBinding(
                () -> run.built().isPresent(), run.runProperty(), connection.stateProperty());
        run.runProperty().addListener((o, was, is) -> image().ifPresent(inHand::take));
        InvalidationListener derive = o -> derive();
        run.runProperty().addListener(derive);
        for (Observable each : way.whatItFollows()) {
            each.addListener(derive);
        }
    }

    /** A record of what had the name before is none of what was built. */
    private void derive() {
        run.built()
                .ifPresent(built -> step.set(way.after(
                        true,
                        project.record(built.request().tag())
                                .filter(r -> built.result()
                                        .filter(i -> i.id().equals(r.identity().id()))
                                        .isPresent()))));
    }

    /** The one that leads on, as long as they are offered. */
    public ReadOnlyObjectProperty<NextStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether there is an image that something can be done with. */
    public BooleanBinding offered() {
        return offered;
    }

    /** Whether one of them is under way. */
    public BooleanBinding busy() {
        return pushing.or(recording.busyProperty());
    }

    private Optional<String> image() {
        return run.built().map(r -> r.request().tag());
    }

    /** Writes what it is into the project. */
    public void record() {
        image().ifPresent(recording::record);
    }

    public void push() {
        image().filter(i -> !pushing.get()).ifPresent(image -> {
            OpenProject of = project.get();
            pushing.set(true);
            connection.run(
                    texts.get("ui.work.push", image),
                    a -> {
                        records.push(of, image, p -> a.progress(p.current(), p.total()), a.cancellation());
                        return image;
                    },
                    done -> ended(texts.get("ui.build.pushed", image)),
                    this::failed);
        });
    }

    /** Saves it to a file of the server, which is asked for. */
    public void save() {
        BooleanSupplier engine = still.engine();
        OpenProject of = project.get();
        image().ifPresent(image -> background.quietly(
                a -> folder.path(),
                own -> asks.text(
                                texts.get("ui.images.save"),
                                texts.get("ui.images.save-where"),
                                own + "/" + SavedName.of(image))
                        .filter(path -> engine.getAsBoolean() && !pushing.get())
                        .ifPresent(path -> save(of, image, path.strip())),
                background::trouble));
    }

    private void save(OpenProject of, String image, String path) {
        pushing.set(true);
        connection.run(
                texts.get("ui.work.save", image),
                a -> records.save(of, image, path, p -> a.progress(p.current(), p.total()), a.cancellation()),
                done -> ended(texts.get("ui.build.saved", image, path)),
                this::failed);
    }

    /** Goes to the page on which folders are mapped for it. */
    public void map() {
        go("mounts");
    }

    /** Goes to the page that launches it. */
    public void launch() {
        go("launch");
    }

    private void go(String page) {
        image().ifPresent(image -> {
            inHand.take(image);
            navigation.go(page);
        });
    }

    private void ended(String news) {
        pushing.set(false);
        navigation.tell(news);
    }

    private void failed(Trouble trouble) {
        pushing.set(false);
        background.trouble(trouble);
    }
}
