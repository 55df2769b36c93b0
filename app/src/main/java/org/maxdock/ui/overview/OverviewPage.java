package org.maxdock.ui.overview;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.engine.EngineEvent;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.operation.Connected;
import org.maxdock.operation.OpenProject;
import org.maxdock.slurm.Job;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/**
 * What one comes back to: the kept launches, each a click away; what runs; the server. Before that, the way to connect.
 */
public final class OverviewPage implements Page {

    /** So many launches are looked at before anybody comes near to one. */
    private static final int AHEAD = 6;

    private final Session session;
    private final LaunchPage launchPage;
    private final Preflights preflights;
    private final FlowPane cards = new FlowPane(12, 12);
    private final VBox jobs = new VBox();
    private final RecentPanel recent;
    private final FlowPane server = new FlowPane(48, 8);
    private final VBox view;
    private final Map<Launch, Label> states = new LinkedHashMap<>();

    public OverviewPage(Session session, LaunchPage launchPage, Preflights preflights) {
        this.session = session;
        this.launchPage = launchPage;
        this.preflights = preflights;
        VBox connect = connectPanel();
        recent = new RecentPanel(session, launchPage, preflights);
        VBox jobsPanel = Controls.panel(Controls.head(session.text("ui.overview.jobs")), jobs);
        HBox.setHgrow(jobsPanel, Priority.ALWAYS);
        HBox middle = new HBox(14, jobsPanel, recent.view());
        VBox.setVgrow(middle, Priority.ALWAYS);
        server.getStyleClass().add("panel-body");
        VBox serverPanel = Controls.panel(Controls.head(session.text("ui.overview.server")), server);
        for (Region part : List.of(middle, serverPanel)) {
            part.visibleProperty().bind(session.connectedProperty().isNotNull());
            part.managedProperty().bind(part.visibleProperty());
        }
        connect.visibleProperty().bind(session.connectedProperty().isNull());
        connect.managedProperty().bind(connect.visibleProperty());
        view = Controls.page(Controls.title(session.text("ui.page.overview")), connect, cards, middle, serverPanel);
        session.projectProperty().addListener((o, was, is) -> showCards());
        session.connectedProperty().addListener((o, was, is) -> shown());
    }

    private VBox connectPanel() {
        ComboBox<String> target = new ComboBox<>();
        target.setEditable(true);
        target.getItems().setAll(session.settingsProperty().get().targets());
        target.setPromptText(session.text("ui.connect.prompt"));
        target.setPrefWidth(340);
        target.setId("target");
        target.sceneProperty().addListener((o, was, is) -> javafx.application.Platform.runLater(target::requestFocus));
        session.targetProperty().addListener((o, was, is) -> target.getEditor().setText(is));
        Runnable go = () -> session.connect(target.getEditor().getText());
        target.getEditor().setOnAction(e -> go.run());
        var connect = Controls.primary(session.text("ui.connect"), "fth-log-in", go);
        connect.disableProperty()
                .bind(session.connectingProperty()
                        .or(target.getEditor().textProperty().isEmpty()));
        var waiting = new javafx.scene.control.ProgressIndicator();
        waiting.setPrefSize(20, 20);
        waiting.visibleProperty().bind(session.connectingProperty());
        VBox body = new VBox(
                12,
                Controls.wrapped(session.text("ui.connect.text")),
                Controls.row(
                        Controls.field(session.text("ui.connect.target"), target),
                        new KeyChoice(session.texts(), session.connection().keyProperty(), go).view()),
                Controls.row(connect, waiting));
        body.getStyleClass().add("panel-body");
        return Controls.panel(Controls.head(session.text("ui.connect.title")), body);
    }

    @Override
    public void shown() {
        session.prepareTerminal();
        showCards();
        recent.show();
        showServer();
        showJobs();
    }

    /** An image may be another one now than the recorded one. */
    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.IMAGES) {
            look(states.entrySet().stream().limit(AHEAD).toList().iterator());
        }
    }

    private void showCards() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            cards.getChildren().clear();
            states.clear();
            return;
        }
        session.background()
                .quietly(
                        activity -> project.launches(),
                        launches -> {
                            states.clear();
                            cards.getChildren()
                                    .setAll(launches.stream()
                                            .map(l -> card(l, states.computeIfAbsent(l, k -> new Label())))
                                            .toList());
                            look(states.entrySet().stream()
                                    .limit(AHEAD)
                                    .toList()
                                    .iterator());
                        },
                        session.background()::trouble);
    }

    /**
     * What could fail is told on each card; one launch after another, since each takes several questions to the server.
     */
    private void look(Iterator<Map.Entry<Launch, Label>> rest) {
        if (rest.hasNext()) {
            Map.Entry<Launch, Label> next = rest.next();
            preflights.look(next.getKey(), checks -> {
                preflights.show(next.getValue(), checks);
                look(rest);
            });
        }
    }

    private Node card(Launch launch, Label state) {
        Label name = new Label(launch.name());
        name.getStyleClass().add("card-title");
        Label what = Controls.wrapped(session.text(
                "ui.overview.card",
                launch.image().brief(),
                where(launch.place()),
                session.text("ui.mode." + launch.mode().word())));
        what.getStyleClass().add("text-muted");
        var start = Controls.go(session.text("ui.start"), "fth-play", () -> launchPage.start(launch));
        start.disableProperty().bind(session.connectedProperty().isNull());
        start.setAccessibleText(session.text("ui.start-named", launch.name()));
        var edit = Controls.button(session.text("ui.edit"), null, () -> {
            launchPage.load(launch);
            session.pageProperty().set("launch");
        });
        VBox card = new VBox(8, name, what, Controls.row(start, edit, Controls.space(), state));
        card.getStyleClass().addAll("panel", "card");
        card.setPrefWidth(346);
        card.setOnMouseEntered(e -> preflights.look(launch, checks -> preflights.show(state, checks)));
        return card;
    }

    private String where(LaunchPlace place) {
        return switch (place) {
            case LaunchPlace.OnServer here -> session.text("ui.launch.here");
            case LaunchPlace.InJob there -> session.text("ui.launch.in-job", there.job());
            case LaunchPlace.Allocation asked -> where(asked);
        };
    }

    private String where(LaunchPlace.Allocation asked) {
        String partition = asked.partition().isDefault()
                ? session.text("ui.default")
                : asked.partition().text();
        return session.text("ui.overview.on-partition", partition)
                + (asked.time().isDefault() ? "" : ", " + asked.time());
    }

    private void showServer() {
        Connected connected = session.connectedProperty().get();
        if (connected == null) {
            server.getChildren().clear();
            return;
        }
        server.getChildren()
                .setAll(
                        fact(
                                connected.bench().environment().hostName(),
                                session.text(
                                        "ui.server.user",
                                        connected.bench().environment().user())),
                        connected
                                .engine()
                                .map(e -> fact(
                                        "Docker " + e.version(),
                                        session.text(
                                                e.userNamespaces() ? "ui.server.userns" : "ui.server.no-userns",
                                                e.images())))
                                .orElseGet(() -> fact(
                                        session.text("ui.no-engine"),
                                        connected
                                                .engineTrouble()
                                                .map(session.texts()::what)
                                                .orElse(""))),
                        connected
                                .slurm()
                                .map(v -> fact("SLURM " + v, session.text("ui.server.slurm")))
                                .orElseGet(() -> fact(session.text("ui.no-slurm"), "")));
    }

    private static Node fact(String title, String text) {
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        return new VBox(2, head, Controls.muted(text));
    }

    private void showJobs() {
        session.bench()
                .filter(b -> session.connectedProperty().get().slurm().isPresent())
                .ifPresent(bench -> session.background()
                        .quietly(
                                activity -> bench.slurm().jobs(),
                                found -> {
                                    jobs.getChildren()
                                            .setAll(found.stream()
                                                    .map(this::jobRow)
                                                    .toList());
                                    if (found.isEmpty()) {
                                        jobs.getChildren()
                                                .setAll(Controls.empty(
                                                        session.text("ui.jobs.empty"),
                                                        Controls.primary(
                                                                session.text("ui.go-launch"),
                                                                "fth-send",
                                                                () -> session.pageProperty()
                                                                        .set("launch"))));
                                    }
                                },
                                session.background()::trouble));
    }

    private Node jobRow(Job job) {
        HBox row = Controls.row(
                Controls.badge(job.state().toLowerCase(java.util.Locale.ROOT), job.running() ? "ok" : "warn"),
                new Label(job.id().text()),
                new Label(job.name()),
                Controls.space(),
                Controls.muted(job.where() + "   " + job.used() + " / " + job.limit()));
        row.getStyleClass().add("list-row");
        return row;
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public Node view() {
        return view;
    }
}
