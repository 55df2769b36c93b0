package org.maxdock.ui.shared;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.maxdock.text.Texts;

/** Shows a page's content while there is a connection, and else what to do to get one. */
public final class NeedsConnection extends StackPane {

    public NeedsConnection(Texts texts, ConnectionModel connection, Navigation navigation, Node content) {
        this(texts, connection.connected(), () -> navigation.go("overview"), content);
    }

    private NeedsConnection(Texts texts, BooleanExpression connected, Runnable connect, Node content) {
        Node empty = Controls.empty(
                texts.get("ui.empty.not-connected"),
                Controls.primary(texts.get("ui.go-connect"), "fth-log-in", connect));
        getChildren().addAll(content, empty);
        content.visibleProperty().bind(connected);
        empty.visibleProperty().bind(connected.not());
    }
}
