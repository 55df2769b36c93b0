package org.maxdock.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.operation.ConnectionState;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** The servers that one connects to: add, change, remove, test, connect, disconnect. */
final class ConnectionsPanel {

    private final Session session;
    private final Dialogs ask;
    private final VBox lines = new VBox();
    private final VBox view;

    ConnectionsPanel(Session session, Dialogs ask) {
        this.session = session;
        this.ask = ask;
        var add = Controls.button(
                session.text("ui.connections.add"),
                "fth-plus",
                () -> ask.text(session.text("ui.connections.add"), session.text("ui.connect.target"), "")
                        .ifPresent(target -> session.change(s -> s.withTargetChanged("", target.strip()))));
        view = Controls.panel(
                Controls.row(Controls.head(session.text("ui.connections.title")), Controls.space(), add), lines);
        view.setMaxWidth(720);
        session.settingsProperty().addListener((o, was, is) -> show());
        session.connectedProperty().addListener((o, was, is) -> show());
        show();
    }

    VBox view() {
        return view;
    }

    private void show() {
        lines.getChildren()
                .setAll(session.settingsProperty().get().targets().stream()
                        .map(this::line)
                        .toList());
        if (lines.getChildren().isEmpty()) {
            Label none = Controls.muted(session.text("ui.connections.none"));
            none.getStyleClass().add("panel-body");
            lines.getChildren().setAll(none);
        }
    }

    private Node line(String target) {
        boolean open = session.connectedProperty().get() != null
                && session.targetProperty().get().equals(target);
        var connect = open
                ? Controls.button(session.text("ui.disconnect"), null, session::disconnect)
                : Controls.button(session.text("ui.connect"), null, () -> session.connect(target));
        var test = Controls.button(
                session.text("ui.connections.test"),
                null,
                () -> session.connection()
                        .probe(target, found -> session.newsProperty().set(told(target, found))));
        var edit = Controls.button(
                session.text("ui.edit"),
                null,
                () -> ask.text(session.text("ui.edit"), session.text("ui.connect.target"), target)
                        .ifPresent(changed -> session.change(s -> s.withTargetChanged(target, changed.strip()))));
        var remove = Controls.iconButton(
                "fth-trash-2",
                session.text("ui.connections.remove", target),
                () -> session.change(s -> s.withoutTarget(target)));
        remove.setDisable(open);
        HBox line = Controls.row(
                new Label(target),
                Controls.badge(open ? session.text("ui.connections.open") : "", "ok"),
                Controls.space(),
                connect,
                test,
                edit,
                remove);
        line.getStyleClass().add("list-row");
        return line;
    }

    private String told(String target, ConnectionState.Connected found) {
        return session.text(
                "ui.connections.works",
                target,
                found.account(),
                found.facts()
                        .engine()
                        .value()
                        .map(e -> "Docker " + e.version())
                        .orElseGet(() -> session.text("ui.no-engine")),
                found.facts().slurm().value().map(v -> "SLURM " + v).orElseGet(() -> session.text("ui.no-slurm")),
                found.facts().millis().orElse(0));
    }
}
