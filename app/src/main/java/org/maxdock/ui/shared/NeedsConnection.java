package org.maxdock.ui.shared;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows a page's content while there is a connection, and else what to do to get one. */
public final class NeedsConnection extends StackPane {

    public NeedsConnection(Session session, Node content) {
        Node empty = Controls.empty(
                session.text("ui.empty.not-connected"),
                Controls.primary(
                        session.text("ui.go-connect"),
                        "fth-log-in",
                        () -> session.pageProperty().set("overview")));
        getChildren().addAll(content, empty);
        content.visibleProperty().bind(session.connectedProperty().isNotNull());
        empty.visibleProperty().bind(session.connectedProperty().isNull());
    }
}
