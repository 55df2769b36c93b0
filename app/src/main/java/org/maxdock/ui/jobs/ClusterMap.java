package org.maxdock.ui.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.maxdock.slurm.Job;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Partitions and their nodes as coloured squares; a click on one tells its load and jobs. */
final class ClusterMap {

    private record About(Map<String, String> node, List<Job> jobs) {}

    private final Session session;
    private final VBox rows = new VBox(6);
    private final VBox view;

    ClusterMap(Session session) {
        this.session = session;
        rows.getStyleClass().add("panel-body");
        view = Controls.panel(
                Controls.row(Controls.head(session.text("ui.jobs.cluster")), Controls.space(), legend()), rows);
        view.setMinHeight(Region.USE_PREF_SIZE);
    }

    VBox view() {
        return view;
    }

    void clear() {
        rows.getChildren().clear();
    }

    private HBox legend() {
        HBox legend = Controls.row();
        for (String state : List.of("idle", "mixed", "allocated", "down", "mine")) {
            Region square = new Region();
            square.getStyleClass().addAll("node", "node-" + state);
            legend.getChildren().addAll(square, Controls.muted(session.text("ui.node." + state)));
        }
        return legend;
    }

    /** @param mine nodes that the user's jobs run on */
    void show(List<org.maxdock.slurm.Node> nodes, Set<String> mine) {
        Map<String, FlowPane> partitions = new TreeMap<>();
        nodes.forEach(n -> partitions
                .computeIfAbsent(n.partition().text(), p -> new FlowPane(4, 4))
                .getChildren()
                .add(square(n, mine.contains(n.name().text()))));
        rows.getChildren()
                .setAll(partitions.entrySet().stream()
                        .map(e -> {
                            Label name = new Label(e.getKey());
                            name.getStyleClass().add("panel-title");
                            name.setMinWidth(90);
                            return Controls.row(name, e.getValue());
                        })
                        .toList());
    }

    private Button square(org.maxdock.slurm.Node node, boolean mine) {
        Button square = new Button();
        square.getStyleClass().setAll("node", "node-" + (mine ? "mine" : kind(node.state())));
        String tip = session.text("ui.node.tip", node.name(), node.state());
        square.setTooltip(new Tooltip(tip));
        square.setAccessibleText(tip);
        square.setOnAction(e -> about(node, square));
        return square;
    }

    private static String kind(String state) {
        return switch (state) {
            case "idle", "mixed" -> state;
            case "allocated", "completing" -> "allocated";
            default -> "down";
        };
    }

    private void about(org.maxdock.slurm.Node node, Node square) {
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> new About(
                                        bench.slurm().node(node.name()),
                                        bench.slurm().jobsOn(node.name())),
                                about -> {
                                    PopOver over = new PopOver(text(node, about));
                                    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
                                    over.setTitle(node.name().text());
                                    over.show(square);
                                },
                                session.background()::trouble));
    }

    private VBox text(org.maxdock.slurm.Node node, About about) {
        Map<String, String> n = about.node();
        VBox text = new VBox(
                6,
                Controls.head(node.name() + " · " + node.state()),
                new Label(session.text(
                        "ui.node.cores",
                        n.getOrDefault("CPUAlloc", "?"),
                        n.getOrDefault("CPUTot", "?"),
                        n.getOrDefault("CPULoad", "?"))),
                new Label(session.text(
                        "ui.node.memory", n.getOrDefault("AllocMem", "?"), n.getOrDefault("RealMemory", "?"))),
                new Label(session.text(
                        "ui.node.features", n.getOrDefault("ActiveFeatures", "-"), n.getOrDefault("Gres", "-"))));
        about.jobs().stream()
                .limit(8)
                .forEach(j -> text.getChildren()
                        .add(Controls.muted(j.id() + "  " + j.user() + "  " + j.name() + "  " + j.used())));
        if (about.jobs().isEmpty()) {
            text.getChildren().add(Controls.muted(session.text("ui.node.no-jobs")));
        }
        text.setStyle("-fx-padding: 12;");
        return text;
    }
}
