package org.maxdock.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;

/** Above the page, on each of them, that somebody tried to get at what is the user's, until each is closed. */
final class AlarmBar extends VBox {

    private static final int MOST = 3;

    private final TroubleModel model;
    private final Texts texts;

    AlarmBar(TroubleModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.alarms().addListener((ListChangeListener<Trouble>) change -> show());
        show();
    }

    /** The first ones; the others follow as these are closed, and are among all that happened. */
    private void show() {
        getChildren().setAll(model.alarms().stream().limit(MOST).map(this::row).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node row(Trouble alarm) {
        var what = Controls.wrapped(texts.what(alarm));
        what.getStyleClass().add("trouble-what");
        VBox sentences = new VBox(2, what, Controls.wrapped(texts.mend(alarm)));
        HBox.setHgrow(sentences, Priority.ALWAYS);
        HBox row = new HBox(
                12,
                new FontIcon("fth-shield"),
                sentences,
                Controls.button(texts.get("ui.copy-details"), null, () -> Controls.copy(model.details(alarm))),
                Controls.iconButton(
                        "fth-x", texts.get("ui.close"), () -> model.alarms().remove(alarm)));
        row.getStyleClass().add("trouble-bar");
        return row;
    }
}
