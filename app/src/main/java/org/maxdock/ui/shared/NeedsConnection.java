package org.maxdock.ui.shared;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.maxdock.text.Texts;

/** Shows a page's content while there is a connection, and else what to do to get one. */
public final class NeedsConnection extends StackPane {

    public NeedsConnection(Session session, Node content) {
        this(session.connection(), session.navigation(), session.texts(), content);
    }

    public NeedsConnection(ConnectionModel connection, Navigation navigation, Texts texts, Node content) {
        Node empty = Controls.empty(
                texts.get("ui.empty.not-connected"),
                Controls.primary(texts.get("ui.go-connect"), "fth-log-in", () -> navigation.go("overview")));
        getChildren().addAll(content, empty);
        content.visibleProperty().bind(connection.connected());
        empty.visibleProperty().bind(connection.connected().not());
    }
}
