package org.maxdock.ui.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.engine.Progress;
import org.maxdock.image.BuildRequest;
import org.maxdock.image.Identity;
import org.maxdock.project.Project;
import org.maxdock.project.Recorder;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** The project's Dockerfile, and building it with its steps as they come. */
public final class BuildPage implements Page {

    private static final String DOCKERFILE = "Dockerfile";

    private final Session session;
    private final TextArea editor = new TextArea();
    private final TextField tag = new TextField();
    private final ListView<BuildSteps.Step> steps;
    private final BuildSteps model = new BuildSteps();
    private final TextArea log = new TextArea();
    private final Label result = new Label();
    private final Button build;
    private final Button cancel;
    private final StackPane place;
    private Activity activity;

    public BuildPage(Session session) {
        this.session = session;
        editor.getStyleClass().add("code");
        editor.setAccessibleText(DOCKERFILE);
        log.getStyleClass().add("code");
        log.setEditable(false);
        log.setAccessibleText(session.text("ui.build.log"));
        tag.setPromptText("max-registry:5000/" + System.getProperty("user.name") + "/name:1");
        tag.setPrefColumnCount(26);
        tag.setId("tag");
        steps = new ListView<>(model.steps());
        steps.setCellFactory(l -> new StepCell());
        steps.setPlaceholder(Parts.muted(session.text("ui.build.no-steps")));
        build = Parts.go(session.text("ui.build.build"), "fth-play", this::build);
        build.setDefaultButton(false);
        cancel = Parts.button(session.text("ui.cancel"), null, () -> activity.cancellation().cancel());
        cancel.setDisable(true);
        build.disableProperty().bind(session.connectedProperty().isNull().or(tag.textProperty().isEmpty()).or(cancel.disableProperty().not()));

        VBox left = Parts.panel(Parts.row(Parts.head(DOCKERFILE), Parts.space(), Parts.button(session.text("ui.save"), "fth-save", () -> save(() -> { }))), editor);
        VBox right = new VBox(12, Parts.panel(Parts.row(Parts.head(session.text("ui.build.steps")), Parts.space(), result), steps),
                Parts.panel(Parts.head(session.text("ui.build.log")), log));
        right.getChildren().forEach(c -> VBox.setVgrow(c, Priority.ALWAYS));
        HBox both = new HBox(12, left, right);
        left.setPrefWidth(520);
        right.setPrefWidth(540);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        Label tagCaption = new Label(session.text("ui.build.tag"));
        tagCaption.setLabelFor(tag);
        VBox page = Parts.page(Parts.row(Parts.title(session.text("ui.page.build")), Parts.space(), tagCaption, tag, cancel, build), both);
        Node empty = Parts.empty(session.text("ui.build.no-project"));
        place = new StackPane(page, empty);
        page.visibleProperty().bind(session.projectProperty().isNotNull());
        empty.visibleProperty().bind(session.projectProperty().isNull());
        session.projectProperty().addListener((o, was, is) -> load(is));
    }

    private void load(Project project) {
        session.background().quietly(a -> {
            Path file = project.folder().resolve(DOCKERFILE);
            try {
                String text = Files.exists(file) ? Files.readString(file) : "";
                String image = project.records().stream().findFirst().map(r -> r.reference())
                        .or(() -> readLaunchImage(project)).orElse("");
                return new String[] {text, image};
            } catch (IOException e) {
                throw new Trouble(e, "file-unreadable", file, e.getMessage());
            }
        }, read -> {
            editor.setText(read[0]);
            tag.setText(read[1]);
        }, session.background()::trouble);
    }

    private static java.util.Optional<String> readLaunchImage(Project project) {
        try {
            return project.launches().stream().findFirst().map(l -> l.image());
        } catch (Trouble e) {
            return java.util.Optional.empty();
        }
    }

    private void save(Runnable then) {
        Project project = session.projectProperty().get();
        String text = editor.getText();
        session.background().quietly(a -> {
            project.writeFile(DOCKERFILE, text);
            return text;
        }, written -> then.run(), session.background()::trouble);
    }

    private void build() {
        save(() -> {
            model.clear();
            log.clear();
            Parts.badge(result, "", "plain");
            Project project = session.projectProperty().get();
            BuildRequest request = new BuildRequest(project.folder(), DOCKERFILE, tag.getText().strip(), Map.of(), false);
            cancel.setDisable(false);
            activity = session.withBench(session.text("ui.work.build", request.tag()),
                    (bench, a) -> new Recorder(project, bench.images()).build(request, this::report, a.cancellation()).identity(), this::built, this::failed);
            if (activity == null) {
                cancel.setDisable(true);
            }
        });
    }

    private void report(Progress progress) {
        Platform.runLater(() -> {
            model.report(progress);
            if (!progress.text().isEmpty() && progress.total() == 0) {
                log.appendText(progress.id().isEmpty() ? progress.text() : progress.id() + ": " + progress.text());
            }
            steps.scrollTo(model.steps().size() - 1);
        });
    }

    private void built(Identity identity) {
        cancel.setDisable(true);
        Platform.runLater(() -> {
            model.end(true);
            Parts.badge(result, session.text("ui.build.built", identity.shortId()), "ok");
        });
    }

    private void failed(Trouble trouble) {
        cancel.setDisable(true);
        Platform.runLater(() -> {
            model.end(false);
            Parts.badge(result, session.text(trouble.key().equals("cancelled") ? "ui.build.cancelled" : "ui.build.failed"), "bad");
        });
        session.background().trouble(trouble);
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
        return place;
    }
}
