package org.maxdock.ui.build;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.maxdock.operation.RecordOperations;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/** What comes after a build that went well, for the image that it made: record it, push it, launch it. */
public final class NextSteps {

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Navigation navigation;
    private final Texts texts;
    private final RecordOperations records;
    private final BuildRunModel run;
    private final ImageInHand inHand;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanBinding offered;

    public NextSteps(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            Texts texts,
            RecordOperations records,
            BuildRunModel run,
            ImageInHand inHand) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.navigation = navigation;
        this.texts = texts;
        this.records = records;
        this.run = run;
        this.inHand = inHand;
        this.offered = Bindings.createBooleanBinding(
                () -> run.built().isPresent(), run.runProperty(), connection.stateProperty());
        run.runProperty().addListener((o, was, is) -> image().ifPresent(inHand::take));
    }

    /** Whether there is an image that something can be done with. */
    public BooleanBinding offered() {
        return offered;
    }

    /** Whether one of them is under way. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    private Optional<String> image() {
        return run.built().map(r -> r.request().tag());
    }

    /** Writes what it is into the project. */
    public void record() {
        image().filter(i -> !busy.get()).ifPresent(image -> {
            var of = project.get();
            busy.set(true);
            connection.run(
                    texts.get("ui.work.record", image),
                    a -> records.record(of, image),
                    done -> ended(texts.get("ui.build.recorded", image)),
                    this::failed);
        });
    }

    public void push() {
        image().filter(i -> !busy.get()).ifPresent(image -> {
            var of = project.get();
            busy.set(true);
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

    /** Goes to the page that launches it. */
    public void launch() {
        image().ifPresent(image -> {
            inHand.take(image);
            navigation.go("launch");
        });
    }

    private void ended(String news) {
        busy.set(false);
        navigation.tell(news);
    }

    private void failed(Trouble trouble) {
        busy.set(false);
        background.trouble(trouble);
    }
}
