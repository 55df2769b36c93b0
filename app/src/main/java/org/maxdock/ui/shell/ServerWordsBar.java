package org.maxdock.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.ServerWords;

/** Above the page, on each of them, what a server says while it lets the user in. */
final class ServerWordsBar extends HBox {

    ServerWordsBar(ServerWords words, Texts texts) {
        super(12);
        Label label = Controls.wrapped("");
        label.textProperty().bind(words.textProperty());
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        new FontIcon("fth-info"),
                        label,
                        Controls.button(
                                texts.get("ui.copy"),
                                null,
                                () -> Controls.copy(words.textProperty().get())));
        getStyleClass().add("server-words");
        visibleProperty().bind(words.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
