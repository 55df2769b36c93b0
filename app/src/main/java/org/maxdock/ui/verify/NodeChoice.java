package org.maxdock.ui.verify;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Which nodes to look at. */
final class NodeChoice {

    private final Node view;

    /** @param look what Enter does */
    NodeChoice(Texts texts, NodesModel model, Runnable look) {
        ComboBox<String> partition = new ComboBox<>(model.partitions());
        partition.valueProperty().bindBidirectional(model.partitionProperty());
        partition.setAccessibleText(texts.get("ui.verify.partition"));
        partition.setPromptText(texts.get("ui.verify.partition"));
        partition.setMinWidth(110);
        TextField nodes = new TextField();
        nodes.textProperty().bindBidirectional(model.namesProperty());
        nodes.setMinWidth(140);
        nodes.setAccessibleText(texts.get("ui.verify.nodes"));
        nodes.setPromptText(texts.get("ui.verify.nodes"));
        nodes.setTooltip(new Tooltip(texts.get("ui.verify.nodes-text")));
        nodes.setPrefColumnCount(18);
        nodes.setId("nodes");
        nodes.setOnAction(e -> look.run());
        Label notShown = Controls.muted("");
        notShown.textProperty()
                .bind(model.notShownProperty().map(said -> said.map(texts::get).orElse("")));
        notShown.visibleProperty().bind(notShown.textProperty().isNotEmpty());
        notShown.managedProperty().bind(notShown.visibleProperty());
        view = Controls.row(partition, nodes, notShown);
    }

    Node view() {
        return view;
    }
}
