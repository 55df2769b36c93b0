package org.maxdock.ui.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.maxdock.slurm.NodeName;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Partitions and their nodes as coloured squares; a click on one tells its load and jobs. */
final class ClusterMap {

    private final ClusterModel model;
    private final VBox rows = new VBox(6);
    private final Map<NodeName, Button> squares = new HashMap<>();
    private final VBox view;

    ClusterMap(ClusterModel model, Texts texts) {
        this.model = model;
        rows.getStyleClass().add("panel-body");
        view = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.jobs.cluster")), Controls.space(), legend(texts)), rows);
        view.setMinHeight(Region.USE_PREF_SIZE);
        model.rowsProperty().addListener((o, was, is) -> show(is));
    }

    VBox view() {
        return view;
    }

    private static HBox legend(Texts texts) {
        HBox legend = Controls.row();
        for (String kind : List.of("idle", "mixed", "allocated", "down", "mine")) {
            Region square = new Region();
            square.getStyleClass().addAll("node", "node-" + kind);
            legend.getChildren().addAll(square, Controls.muted(texts.get("ui.node." + kind)));
        }
        return legend;
    }

    private void show(List<ClusterModel.Row> partitions) {
        squares.clear();
        rows.getChildren().setAll(partitions.stream().map(this::row).toList());
    }

    private HBox row(ClusterModel.Row partition) {
        Label name = Controls.head(partition.partition());
        name.setMinWidth(90);
        FlowPane all = new FlowPane(4, 4);
        partition.squares().forEach(s -> all.getChildren().add(square(s)));
        return Controls.row(name, all);
    }

    /** Tells of a node, as a click on it does; nothing where it is not there. */
    void open(NodeName node) {
        Optional.ofNullable(squares.get(node)).ifPresent(Button::fire);
    }

    private Button square(ClusterModel.Square node) {
        Button square = new Button();
        square.getStyleClass().setAll("node", "node-" + node.kind());
        square.setTooltip(new Tooltip(node.tip()));
        square.setAccessibleText(node.tip());
        squares.put(node.node(), square);
        square.setOnAction(e -> model.ask(node, about -> show(square, node, about)));
        return square;
    }

    private static void show(Button square, ClusterModel.Square node, ClusterModel.About about) {
        if (square.getScene() == null) { // the map is another one by now
            return;
        }
        VBox text = new VBox(6, Controls.head(about.head()));
        about.load().forEach(l -> text.getChildren().add(new Label(l)));
        about.jobs().forEach(j -> text.getChildren().add(Controls.muted(j)));
        text.setStyle("-fx-padding: 12;");
        PopOver over = new PopOver(text);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        over.setTitle(node.node().text());
        over.show(square);
    }
}
