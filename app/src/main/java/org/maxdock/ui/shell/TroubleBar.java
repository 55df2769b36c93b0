package org.maxdock.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;

/** Says what happened, why, and what to do, above the page; technical details only to copy. */
final class TroubleBar extends HBox {

    private final TroubleModel model;
    private final Texts texts;
    private final Label what = Controls.wrapped("");
    private final Label mend = Controls.wrapped("");
    private final Button reconnect;

    TroubleBar(TroubleModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        what.getStyleClass().add("trouble-what");
        VBox sentences = new VBox(2, what, mend);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        reconnect = Controls.primary(texts.get("ui.reconnect"), "fth-refresh-cw", model::reconnect);
        getChildren()
                .addAll(
                        new FontIcon("fth-alert-triangle"),
                        sentences,
                        reconnect,
                        Controls.button(
                                texts.get("ui.copy-details"),
                                null,
                                () -> Controls.copy(
                                        model.details(model.currentProperty().get()))),
                        Controls.button(texts.get("ui.open-log"), null, model::openLog),
                        Controls.iconButton("fth-x", texts.get("ui.close"), model::dismiss));
        getStyleClass().add("trouble-bar");
        model.currentProperty().addListener((o, was, is) -> show(is));
        show(model.currentProperty().get());
    }

    private void show(Trouble trouble) {
        setVisible(trouble != null);
        setManaged(trouble != null);
        if (trouble != null) {
            what.setText(texts.what(trouble));
            mend.setText(texts.mend(trouble));
            mend.setManaged(!mend.getText().isEmpty());
            reconnect.setVisible(model.canReconnect());
            reconnect.setManaged(model.canReconnect());
        }
    }
}
