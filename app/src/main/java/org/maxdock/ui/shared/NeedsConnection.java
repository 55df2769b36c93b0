package org.maxdock.ui.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;

/** Shows a page's content while there is a connection, and else what to do to get one. */
public final class NeedsConnection extends StackPane {

    private final Node content;

    /** @param page whose content it is: what is wrong there is told without a connection, too */
    public NeedsConnection(Texts texts, ConnectionModel connection, Navigation navigation, String page, Node content) {
        this(
                texts,
                texts.get("ui.page." + page),
                connection.connected(),
                () -> navigation.go("overview"),
                Arrays.stream(Place.values())
                        .filter(place -> place == Place.SERVER || place.pages().contains(page))
                        .map(place -> new TroubleNote(connection.troubles(), place, texts))
                        .toList(),
                content);
    }

    private NeedsConnection(
            Texts texts,
            String title,
            BooleanExpression connected,
            Runnable connect,
            List<TroubleNote> wrong,
            Node content) {
        Node empty = Controls.empty(
                texts.get("ui.empty.not-connected"),
                Controls.primary(texts.get("ui.go-connect"), "fth-log-in", connect));
        VBox without = Controls.page(Controls.title(title), wrong.toArray(Node[]::new));
        without.getChildren().add(empty);
        VBox.setVgrow(empty, Priority.ALWAYS);
        this.content = content;
        getChildren().addAll(content, without);
        content.visibleProperty().bind(connected);
        without.visibleProperty().bind(connected.not());
    }

    /** What cannot be used for want of a connection; empty while there is one. */
    public Optional<Node> wanting() {
        return content.isVisible() ? Optional.empty() : Optional.of(content);
    }
}
