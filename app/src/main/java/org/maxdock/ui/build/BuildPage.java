package org.maxdock.ui.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.engine.BuildOptions;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.dockerfile.DockerfileAdvice;
import org.maxdock.image.dockerfile.Template;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.BuildHistory;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/** A Dockerfile, advice on it, and building it with its steps as they come. */
public final class BuildPage implements Page {

    private static final String DOCKERFILE = "Dockerfile";

    private final Session session;
    private final Dialogs ask;
    private final DockerfileEditor editor;
    private final AdvicePanel advice;
    private final BuildRun run;
    private final SizeLine size;
    private final TextField tag = new TextField();
    private final TextField command = new TextField();
    private final MenuButton place = new MenuButton();
    private final StackPane view;
    private final ObjectProperty<ContextFolder> context = new SimpleObjectProperty<>();
    private final Set<Window> guarded = new HashSet<>();
    private String kept = "";
    private BuildOptions options = BuildOptions.NONE;

    public BuildPage(Session session, Dialogs ask, TerminalsPage terminals, BuildHistory history) {
        this.session = session;
        this.ask = ask;
        this.editor = new DockerfileEditor(
                session,
                new Completion.Names() {
                    @Override
                    public List<String> in(String folder) {
                        return context.get() == null ? List.of() : context.get().in(folder);
                    }

                    @Override
                    public List<String> images() {
                        return context.get() == null ? List.of() : context.get().images();
                    }
                },
                () -> save(() -> {}));
        this.advice = new AdvicePanel(session, editor::show);
        this.run = new BuildRun(session, terminals, history);
        this.size = new SizeLine(session, ask);
        editor.textProperty().addListener((o, was, is) -> advise(is));
        tag.setPromptText("max-registry:5000/" + System.getProperty("user.name") + "/name:1");
        tag.setPrefColumnCount(20);
        tag.setMinWidth(140);
        tag.setId("tag");
        tag.textProperty().addListener((o, was, is) -> tellCommand());
        command.setEditable(false);
        command.getStyleClass().add("code");
        command.setId("build-command");
        command.setPromptText(session.text("ui.build.command-prompt"));
        command.setAccessibleText(session.text("ui.build.command"));
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMinWidth(120);
        place.setId("build-folder");
        place.setMaxWidth(300);
        place.setMinWidth(120);
        place.getStyleClass().add("path");

        MenuButton templates = new MenuButton(session.text("ui.build.template"));
        for (Template template : Template.values()) {
            MenuItem item = new MenuItem(session.text("template." + template.word()));
            item.setOnAction(e -> begin(template));
            templates.getItems().add(item);
        }
        Button save = Controls.button(session.text("ui.save"), "fth-save", () -> save(() -> {}));
        templates.disableProperty().bind(context.isNull());
        save.disableProperty().bind(context.isNull());
        VBox left = new VBox(
                12,
                Controls.panel(
                        Controls.row(Controls.head(DOCKERFILE), Controls.space(), templates, save), editor.view()),
                advice.view());
        VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
        HBox both = new HBox(12, left, run.view());
        left.setPrefWidth(520);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(run.view(), Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox page = Controls.page(top(history), commandRow(), both);
        Node empty = Controls.empty(session.text("ui.build.no-project"));
        view = new StackPane(page, empty);
        page.visibleProperty().bind(session.projectProperty().isNotNull());
        empty.visibleProperty().bind(session.projectProperty().isNull());
        session.projectProperty().addListener((o, was, is) -> open(is));
        session.connectedProperty().addListener((o, was, is) -> lookAgain());
        view.sceneProperty().addListener((o, was, is) -> guard(is));
    }

    /** Advice on what was typed, unless more has been typed by then. */
    private void advise(String text) {
        session.background()
                .quietly(
                        a -> DockerfileAdvice.on(text),
                        found -> {
                            if (text.equals(editor.textProperty().get())) {
                                advice.show(found);
                            }
                        },
                        session.background()::trouble);
    }

    /** A window that is closed asks first, where something was typed and not saved. */
    private void guard(Scene scene) {
        if (scene != null && scene.getWindow() != null && guarded.add(scene.getWindow())) {
            scene.getWindow().addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, e -> {
                if (unsaved()
                        && !ask.confirm(
                                session.text("ui.page.build"),
                                session.text("ui.build.unsaved"),
                                session.text("ui.build.unsaved-yes"))) {
                    e.consume();
                }
            });
        }
    }

    private boolean unsaved() {
        return context.get() != null && !editor.textProperty().get().equals(kept);
    }

    private HBox top(BuildHistory history) {
        Button build = Controls.go(session.text("ui.build.build"), "fth-play", this::build);
        build.disableProperty()
                .bind(session.connectedProperty()
                        .isNull()
                        .or(context.isNull())
                        .or(tag.textProperty().isEmpty())
                        .or(run.runningProperty()));
        Button cancel = Controls.button(session.text("ui.cancel"), null, run::cancel);
        cancel.disableProperty().bind(run.runningProperty().not());
        Label caption = new Label(session.text("ui.build.tag"));
        caption.setLabelFor(tag);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        Button past = Controls.button(session.text("ui.build.history"), "fth-clock", () -> past(history));
        return Controls.row(
                Controls.title(session.text("ui.page.build")),
                Controls.space(),
                past,
                Controls.button(session.text("ui.build.options"), "fth-sliders", this::askOptions),
                caption,
                tag,
                cancel,
                build);
    }

    private HBox commandRow() {
        return Controls.row(
                place,
                size.view(),
                command,
                Controls.button(session.text("ui.copy"), null, () -> Controls.copy(command.getText())));
    }

    private void open(OpenProject project) {
        use(new BuildFolder.Here(project.folder()));
        session.background()
                .quietly(
                        a -> project.records().stream()
                                .findFirst()
                                .map(r -> r.reference().toString())
                                .or(() -> readLaunchImage(project))
                                .orElse(""),
                        tag::setText,
                        session.background()::trouble);
    }

    private static Optional<String> readLaunchImage(OpenProject project) {
        try {
            return project.launches().stream().findFirst().map(l -> l.image().toString());
        } catch (Trouble e) {
            System.getLogger(BuildPage.class.getName()).log(System.Logger.Level.DEBUG, "no name from a launch", e);
            return Optional.empty();
        }
    }

    /** Turns to a folder: its Dockerfile comes into the editor. */
    private void use(BuildFolder folder) {
        ContextFolder next = context(folder);
        ContextFolder before = context.get();
        String written = editor.textProperty().get();
        boolean unsaved = unsaved();
        session.background()
                .quietly(
                        a -> {
                            if (unsaved) {
                                before.write(DOCKERFILE, written); // what was typed is not lost
                            }
                            return next.read(DOCKERFILE);
                        },
                        text -> {
                            context.set(next);
                            editor.setText(text);
                            kept = editor.textProperty().get(); // which may end its lines otherwise than the file
                            places();
                            lookAgain();
                        },
                        session.background()::trouble);
    }

    private ContextFolder context(BuildFolder folder) {
        return new ContextFolder(folder, session.projectProperty().get(), session.bench());
    }

    private void places() {
        OpenProject project = session.projectProperty().get();
        BuildFolder folder = context.get().folder();
        boolean here = folder instanceof BuildFolder.Here;
        place.setText(folder.toString());
        place.setGraphic(new FontIcon(here ? "fth-monitor" : "fth-server"));
        place.setTooltip(new Tooltip(session.text(here ? "ui.build.here" : "ui.build.there", folder)));
        place.setAccessibleText(place.getTooltip().getText());
        MenuItem own = new MenuItem(session.text("ui.build.here", project.folder()));
        own.setOnAction(e -> use(new BuildFolder.Here(project.folder())));
        MenuItem there = new MenuItem(session.text("ui.build.choose-there"));
        there.setOnAction(e -> ask.text(session.text("ui.build.choose-there"), session.text("ui.build.which-there"), "")
                .ifPresent(path -> use(new BuildFolder.OnServer(path.strip()))));
        place.getItems().setAll(own, there);
    }

    private void lookAgain() {
        if (context.get() != null) {
            context.set(context(context.get().folder()));
            size.look(context.get().folder(), DOCKERFILE);
            tellCommand();
        }
    }

    private BuildRequest request() {
        return new BuildRequest(
                context.get().folder(), DOCKERFILE, tag.getText().strip(), options);
    }

    private void tellCommand() {
        command.setText(
                context.get() == null || tag.getText().isBlank()
                        ? ""
                        : request().command());
    }

    private void askOptions() {
        OptionsForm form =
                new OptionsForm(session, options, editor.textProperty().get());
        ask.form(session.text("ui.build.options"), form.view(), () -> {
                    options = form.taken();
                    tellCommand();
                })
                .ifPresent(session.background()::trouble);
    }

    /** The template comes into the editor, and its other files into the folder where there are none yet. */
    private void begin(Template template) {
        boolean written = !editor.textProperty().get().isBlank();
        if (written
                && !ask.confirm(
                        session.text("ui.build.template"),
                        session.text("ui.build.replace"),
                        session.text("ui.build.replace-yes"))) {
            return;
        }
        ContextFolder where = context.get();
        session.background()
                .quietly(
                        a -> {
                            Map<String, String> files = template.read();
                            for (Map.Entry<String, String> file : files.entrySet()) {
                                if (!file.getKey().equals(DOCKERFILE)
                                        && where.read(file.getKey()).isEmpty()) {
                                    where.write(file.getKey(), file.getValue());
                                }
                            }
                            return files.get(DOCKERFILE);
                        },
                        editor::replace,
                        session.background()::trouble);
    }

    private void save(Runnable then) {
        ContextFolder where = context.get();
        String text = editor.textProperty().get();
        session.background()
                .quietly(
                        a -> {
                            where.write(DOCKERFILE, text);
                            return text;
                        },
                        written -> {
                            kept = written;
                            size.look(where.folder(), DOCKERFILE);
                            then.run();
                        },
                        session.background()::trouble);
    }

    private void build() {
        save(() -> run.start(session.projectProperty().get(), request()));
    }

    private void past(BuildHistory history) {
        Path folder = session.projectProperty().get().folder();
        session.background()
                .quietly(a -> history.of(folder), new PastBuilds(session, ask)::show, session.background()::trouble);
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
