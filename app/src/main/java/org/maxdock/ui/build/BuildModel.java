package org.maxdock.ui.build;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.engine.BuildOptions;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.PastBuild;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;

/** A build as it is being prepared: of which folder, under which name, with which options; and its start. */
public final class BuildModel {

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final BuildOperations builds;
    private final DockerfileModel dockerfile;
    private final BuildRunModel run;
    private final StringProperty tag = new SimpleStringProperty("");
    private final ObjectProperty<BuildOptions> options = new SimpleObjectProperty<>(BuildOptions.NONE);
    private final StringBinding command;
    private final BooleanBinding ready;

    public BuildModel(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            BuildOperations builds,
            DockerfileModel dockerfile,
            BuildRunModel run) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.builds = builds;
        this.dockerfile = dockerfile;
        this.run = run;
        this.command = Bindings.createStringBinding(
                () -> isNamed() ? request().command() : "", dockerfile.folderProperty(), tag, options);
        this.ready = Bindings.createBooleanBinding(
                this::isReady, connection.connected(), dockerfile.folderProperty(), tag, run.runProperty());
        tag.addListener((o, was, is) -> background.mended());
        options.addListener((o, was, is) -> background.mended());
        new ProposedTag(background, project, builds, tag);
        project.projectProperty().addListener((o, was, is) -> options.set(BuildOptions.NONE));
    }

    public DockerfileModel dockerfile() {
        return dockerfile;
    }

    public BuildRunModel run() {
        return run;
    }

    /** The name of what is to be built. */
    public StringProperty tagProperty() {
        return tag;
    }

    public ObjectProperty<BuildOptions> optionsProperty() {
        return options;
    }

    /** The command that does the same; empty while something is lacking. */
    public StringBinding command() {
        return command;
    }

    /**
     * The lines of what is in the editor by which the last build failed, until they are changed or it is built anew.
     */
    ObjectBinding<Optional<LineRange>> failedLines() {
        return Bindings.createObjectBinding(
                () -> run.failedAtProperty()
                        .get()
                        .flatMap(at -> at.in(
                                dockerfile.folderProperty().get(),
                                dockerfile.textProperty().get())),
                run.failedAtProperty(),
                dockerfile.folderProperty(),
                dockerfile.textProperty());
    }

    /** Whether it can be started. */
    public BooleanBinding ready() {
        return ready;
    }

    private boolean isNamed() {
        return dockerfile.folderProperty().get() != null && !tag.get().isBlank();
    }

    private boolean isReady() {
        return connection.connected().get() && isNamed() && run.state() != BuildRun.State.RUNNING;
    }

    BuildRequest request() {
        return new BuildRequest(
                dockerfile.folderProperty().get(),
                DockerfileModel.NAME,
                tag.get().strip(),
                options.get());
    }

    /** Builds what is in the editor, as it is shown, when it is in the file. */
    public void build() {
        if (!isReady()) {
            return;
        }
        OpenProject of = project.get();
        BuildRequest request = request();
        String text = dockerfile.textProperty().get();
        long over = connection.number();
        var before = run.runProperty().get(); // a double click is one
        dockerfile.saves().save(saved -> {
            boolean same = of == project.get()
                    && over == connection.number()
                    && before.equals(run.runProperty().get());
            if (saved != DockerfileSaves.Saved.THEIRS && same) {
                run.start(of, request, text);
            }
        });
    }

    /** The builds of the project, latest first. */
    public void past(Consumer<List<PastBuild>> then) {
        OpenProject of = project.get();
        background.quietly(
                a -> builds.past(of),
                past -> {
                    if (of == project.get()) {
                        then.accept(past);
                    }
                },
                background::trouble);
    }
}
