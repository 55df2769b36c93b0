package org.maxdock.ui.build;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Ticker;
import org.maxdock.ui.shared.TroubleNote;
import org.maxdock.ui.shared.TypingPause;

/** A Dockerfile, advice on it, and building it with its steps as they come. */
public final class BuildPage implements Page {

    /** How often the file is looked at, and the draft kept. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Milliseconds without typing, before the server's docker looks at the Dockerfile. */
    private static final double CHECK_PAUSE = 1500;

    private static final long NANOS_OF_MILLI = 1_000_000;

    private final Texts texts;
    private final Dialogs ask;
    private final BuildModel model;
    private final KnownRegistries registries;
    private final Set<Window> guarded = new HashSet<>();
    private final StackPane view;
    private final BooleanBinding lookedAt;

    /** @param openProject asks for a folder and opens it */
    BuildPage(
            Texts texts,
            Dialogs ask,
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            BuildOperations builds,
            BuildFolderFiles files,
            BuildModel model,
            NextSteps next,
            KnownRegistries registries,
            ShellOpener shells,
            Runnable openProject) {
        this.texts = texts;
        this.ask = ask;
        this.model = model;
        this.registries = registries;
        DockerfileModel dockerfile = model.dockerfile();
        Supplier<Completion.Names> names =
                () -> new BuildNames(dockerfile.folderProperty().get(), files, builds);
        ObjectBinding<Optional<LineRange>> failed = model.failedLines();
        DockerfileEditor editor = new DockerfileEditor(texts, background, dockerfile, failed, names);
        DockerfilePanel left = new DockerfilePanel(
                texts,
                ask,
                dockerfile,
                editor,
                failed,
                new AdviceModel(
                        background,
                        connection,
                        builds,
                        dockerfile.textProperty(),
                        model.run().running(),
                        new TypingPause(CHECK_PAUSE),
                        () -> System.nanoTime() / NANOS_OF_MILLI));
        RunView right = new RunView(texts, model.run(), next, shells);
        SizeLine size = new SizeLine(texts, ask, new SizeModel(background, connection, dockerfile, texts, builds));
        VBox written = new VBox(8, new TroubleNote(connection.troubles(), Place.DOCKERFILE, texts), left.view());
        VBox built = new VBox(
                8,
                new TroubleNote(connection.troubles(), Place.SERVER, texts),
                new TroubleNote(connection.troubles(), Place.BUILD, texts),
                new TroubleNote(connection.troubles(), Place.BUILT, texts),
                right.view());
        VBox.setVgrow(left.view(), Priority.ALWAYS);
        VBox.setVgrow(right.view(), Priority.ALWAYS);
        written.setPrefWidth(520);
        HBox both = new HBox(12, written, built);
        HBox.setHgrow(written, Priority.ALWAYS);
        HBox.setHgrow(built, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        HBox what = Controls.row(
                new PlaceMenu(texts, ask, dockerfile, project).view(),
                size.view(),
                command(),
                Controls.button(
                        texts.get("ui.copy"),
                        null,
                        () -> Controls.copy(model.command().get())));
        VBox page = Controls.page(top(project), what, both);
        Node empty = Controls.empty(
                texts.get("ui.build.no-project"),
                Controls.primary(texts.get("ui.open-project"), "fth-folder", openProject));
        VBox.setVgrow(empty, Priority.ALWAYS);
        VBox without = Controls.page(Controls.title(texts.get("ui.page.build")), empty);
        view = new StackPane(page, without);
        page.visibleProperty().bind(project.open());
        without.visibleProperty().bind(project.open().not());
        view.sceneProperty().addListener((o, was, is) -> guard(is));
        lookedAt = Bindings.createBooleanBinding(
                () -> view.getScene() != null || dockerfile.unsaved().get(),
                view.sceneProperty(),
                dockerfile.unsaved());
        new Ticker(LOOK, lookedAt, this::look).start();
    }

    private HBox top(ProjectModel project) {
        TextField tag = new TextField();
        tag.textProperty().bindBidirectional(model.tagProperty());
        tag.promptTextProperty().bind(project.projectProperty().map(p -> texts.get("ui.build.tag-prompt", p.name())));
        tag.setPrefColumnCount(20);
        tag.setMinWidth(140);
        tag.setId("tag");
        tag.setOnAction(e -> model.build());
        Label caption = new Label(texts.get("ui.build.tag"));
        caption.setLabelFor(tag);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        Button build = ButtonFacts.key(
                ButtonFacts.command(
                        Controls.go(texts.get("ui.build.build"), "fth-play", model::build), "maxdock build"),
                ActionKey.BUILD);
        build.disableProperty().bind(model.ready().not());
        Button cancel =
                Controls.button(texts.get("ui.cancel"), null, () -> model.run().cancel());
        cancel.visibleProperty().bind(model.run().running());
        cancel.managedProperty().bind(cancel.visibleProperty());
        return Controls.row(
                Controls.title(texts.get("ui.page.build")),
                Controls.space(),
                ButtonFacts.command(
                        Controls.button(
                                texts.get("ui.build.history"),
                                "fth-clock",
                                () -> model.past(new PastBuilds(texts, ask)::show)),
                        "maxdock build --history"),
                ButtonFacts.command(
                        Controls.button(texts.get("ui.build.options"), "fth-sliders", this::askOptions),
                        "maxdock build"),
                caption,
                tag,
                new RegistryMenu(registries, model.tagProperty(), texts).view(),
                cancel,
                build);
    }

    private TextField command() {
        TextField command = new TextField();
        command.textProperty().bind(model.command());
        command.setEditable(false);
        command.getStyleClass().add("code");
        command.setId("build-command");
        command.setPromptText(texts.get("ui.build.command-prompt"));
        command.setAccessibleText(texts.get("ui.build.command"));
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMinWidth(120);
        return command;
    }

    private void askOptions() {
        OptionsForm form = new OptionsForm(
                texts,
                model.optionsProperty().get(),
                model.dockerfile().textProperty().get());
        ask.form(
                texts.get("ui.build.options"),
                form.view(),
                () -> model.optionsProperty().set(form.taken()));
    }

    private void look() {
        model.dockerfile().keep();
        if (view.getScene() != null) {
            model.dockerfile().look();
        }
    }

    /** A window that is closed asks first, where edits would be lost; then it is closed. */
    private void guard(Scene scene) {
        if (scene != null && scene.getWindow() != null && guarded.add(scene.getWindow())) {
            Window window = scene.getWindow();
            window.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, e -> {
                if (!e.isConsumed() && model.dockerfile().unsaved().get()) {
                    e.consume();
                    model.dockerfile().saves().leave(window::hide);
                }
            });
        }
    }

    @Override
    public void shown() {
        model.dockerfile().look();
        registries.refresh();
    }

    @Override
    public String id() {
        return "build";
    }

    @Override
    public String icon() {
        return "fth-tool";
    }

    @Override
    public Node view() {
        return view;
    }
}
