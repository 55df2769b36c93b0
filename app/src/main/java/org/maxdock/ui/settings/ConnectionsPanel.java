package org.maxdock.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** The servers that one connects to, as a list. */
final class ConnectionsPanel {

    private final ConnectionsModel model;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final VBox view;

    ConnectionsPanel(ConnectionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Button add = Controls.button(texts.get("ui.connections.add"), "fth-plus", model::add);
        CheckBox atStart = new CheckBox(texts.get("ui.connections.at-start"));
        atStart.setId("connect-at-start");
        atStart.selectedProperty().bindBidirectional(model.atStartProperty());
        VBox.setMargin(atStart, new Insets(8, 12, 10, 12));
        view = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.connections.title")), Controls.space(), add),
                new VBox(lines, atStart));
        view.setMaxWidth(720);
        model.lines().addListener((ListChangeListener<ConnectionsModel.Line>) change -> show());
        show();
    }

    VBox view() {
        return view;
    }

    private void show() {
        lines.getChildren().setAll(model.lines().stream().map(this::line).toList());
        if (lines.getChildren().isEmpty()) {
            Label none = Controls.muted(texts.get("ui.connections.none"));
            none.getStyleClass().add("panel-body");
            lines.getChildren().setAll(none);
        }
    }

    private HBox line(ConnectionsModel.Line server) {
        String connect = server.open() ? "ui.disconnect" : server.busy() ? "ui.cancel" : "ui.connect";
        Button remove = Controls.iconButton(
                "fth-trash-2", texts.get("ui.connections.remove", server.target()), () -> model.remove(server));
        remove.setDisable(!server.canBeRemoved());
        HBox line = Controls.row(
                new Label(server.target()),
                Controls.badge(server.open() ? texts.get("ui.connections.open") : "", "ok"),
                Controls.space(),
                Controls.button(texts.get(connect), null, () -> model.toggle(server)),
                Controls.button(texts.get("ui.connections.test"), null, () -> model.test(server)),
                Controls.button(texts.get("ui.edit"), null, () -> model.edit(server)),
                remove);
        line.getStyleClass().add("list-row");
        return line;
    }
}
