package org.maxdock.ui.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.slurm.Job;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** My jobs, and what the nodes are doing. */
public final class JobsPage implements Page {

    private static final Duration EVERY = Duration.seconds(5);

    private final Session session;
    private final TableView<Job> table = new TableView<>();
    private final VBox cluster = new VBox(6);
    private final VBox view;
    private final Node place;

    public JobsPage(Session session) {
        this.session = session;
        columns();
        table.setPlaceholder(Parts.muted(session.text("ui.jobs.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(session.text("ui.page.jobs"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var cancel = Parts.button(session.text("ui.jobs.cancel"), "fth-x", this::cancel);
        cancel.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        var refresh = Parts.button(session.text("ui.refresh"), "fth-refresh-cw", this::shown);
        cluster.getStyleClass().add("panel-body");
        VBox clusterPanel = Parts.panel(Parts.row(Parts.head(session.text("ui.jobs.cluster")), Parts.space(), legend()), cluster);
        clusterPanel.setMinHeight(Region.USE_PREF_SIZE);
        view = Parts.page(Parts.row(Parts.title(session.text("ui.page.jobs")), Parts.space(), refresh, cancel), table, clusterPanel);
        place = new NeedsConnection(session, view);
        Timeline poll = new Timeline(new KeyFrame(EVERY, e -> {
            if (view.getScene() != null) {
                shown();
            }
        }));
        poll.setCycleCount(Animation.INDEFINITE);
        poll.play();
        session.connectedProperty().addListener((o, was, is) -> {
            table.getItems().clear();
            cluster.getChildren().clear();
        });
    }

    private void columns() {
        table.getColumns().add(column("ui.jobs.id", 90, Job::id));
        table.getColumns().add(column("ui.jobs.name", 200, Job::name));
        TableColumn<Job, String> state = column("ui.jobs.state", 130, Job::state);
        state.setCellFactory(c -> new TableCell<>() {
            private final Label badge = new Label();

            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                if (!empty) {
                    Parts.badge(badge, value.toLowerCase(java.util.Locale.ROOT), value.equals("RUNNING") ? "ok" : "warn");
                }
                setGraphic(empty ? null : badge);
            }
        });
        table.getColumns().add(state);
        table.getColumns().add(column("ui.jobs.partition", 110, Job::partition));
        table.getColumns().add(column("ui.jobs.where", 240, Job::where));
        table.getColumns().add(column("ui.jobs.time", 160, j -> j.used() + " / " + j.limit()));
    }

    private TableColumn<Job, String> column(String key, int width, java.util.function.Function<Job, String> value) {
        TableColumn<Job, String> column = new TableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        return column;
    }

    private HBox legend() {
        HBox legend = Parts.row();
        for (String state : List.of("idle", "mixed", "allocated", "down")) {
            legend.getChildren().addAll(square(state, ""), Parts.muted(session.text("ui.node." + state)));
        }
        return legend;
    }

    private static Region square(String state, String tip) {
        Region square = new Region();
        square.getStyleClass().addAll("node", "node-" + state);
        if (!tip.isEmpty()) {
            Tooltip.install(square, new Tooltip(tip));
            square.setAccessibleText(tip);
        }
        return square;
    }

    @Override
    public void shown() {
        session.bench().filter(b -> session.connectedProperty().get().slurm().isPresent()).ifPresent(bench -> {
            session.background().quietly(activity -> bench.slurm().jobs(), this::show, this::quiet);
            session.background().quietly(activity -> bench.slurm().nodes(), nodes -> {
                Map<String, FlowPane> rows = new TreeMap<>();
                nodes.forEach(n -> rows.computeIfAbsent(n.partition(), p -> new FlowPane(4, 4)).getChildren()
                        .add(square(kind(n.state()), session.text("ui.node.tip", n.name(), n.state()))));
                cluster.getChildren().setAll(rows.entrySet().stream().map(e -> {
                    Label name = new Label(e.getKey());
                    name.getStyleClass().add("panel-title");
                    name.setMinWidth(90);
                    return Parts.row(name, e.getValue());
                }).toList());
            }, this::quiet);
        });
    }

    /** A poll that fails says nothing; the connection tells of itself. */
    private void quiet(org.maxdock.text.Trouble trouble) {
        System.getLogger(JobsPage.class.getName()).log(System.Logger.Level.DEBUG, "poll failed", trouble);
    }

    private void show(List<Job> jobs) {
        List<String> selected = table.getSelectionModel().getSelectedItems().stream().map(Job::id).toList();
        if (!table.getItems().equals(jobs)) {
            table.getItems().setAll(jobs);
            jobs.stream().filter(j -> selected.contains(j.id())).forEach(table.getSelectionModel()::select);
        }
    }

    private static String kind(String state) {
        return switch (state) {
            case "idle", "mixed" -> state;
            case "allocated", "completing" -> "allocated";
            default -> "down";
        };
    }

    private void cancel() {
        List<String> ids = table.getSelectionModel().getSelectedItems().stream().map(Job::id).toList();
        session.withBench(session.text("ui.work.cancel", String.join(", ", ids)), (bench, activity) -> {
            bench.slurm().cancel(ids);
            return ids;
        }, done -> shown());
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public Node view() {
        return place;
    }
}
