package org.maxdock.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Undo;

/** What was taken away last, and the way to have it back; nothing where nothing was. */
final class UndoBar extends HBox {

    private static final double WIDEST = 360;

    private final Label what = new Label();

    UndoBar(Undo model, Texts texts) {
        super(6);
        what.setId("undo-what");
        what.setMaxWidth(WIDEST);
        what.setMinWidth(0);
        Button undo = Controls.button(texts.get("ui.undo"), "fth-rotate-ccw", model::undo);
        undo.getStyleClass().addAll("flat", "small");
        undo.setId("undo");
        undo.setTooltip(new Tooltip(texts.get("ui.undo.tip")));
        getChildren().addAll(what, undo);
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        model.latestProperty().addListener((o, was, is) -> show(is));
        show(model.latestProperty().get());
    }

    private void show(Optional<Undo.Act> act) {
        what.setText(act.map(a -> Printable.line(a.what())).orElse(""));
        setVisible(act.isPresent());
    }
}
