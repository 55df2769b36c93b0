package org.maxdock.ui.build;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.LinesFound;

/** Finds a text in an editor, whatever its case. */
final class FindBar {

    private final Texts texts;
    private final CodeArea area;
    private final LinesFound lines;
    private final TextField field = new TextField();
    private final Label count = Controls.muted("");
    private final HBox view;
    private int current = -1;

    FindBar(Texts texts, CodeArea area) {
        this.texts = texts;
        this.area = area;
        this.lines = new LinesFound(area);
        field.setId("find");
        field.setPromptText(texts.get("ui.find"));
        field.setAccessibleText(texts.get("ui.find"));
        field.textProperty().addListener((o, was, is) -> {
            current = -1;
            step(1);
        });
        field.setOnAction(e -> step(1));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        view = Controls.row(
                field,
                count,
                Controls.iconButton("fth-chevron-up", texts.get("ui.find.before"), () -> step(-1)),
                Controls.iconButton("fth-chevron-down", texts.get("ui.find.next"), () -> step(1)),
                Controls.iconButton("fth-x", texts.get("ui.close"), this::close));
        view.getStyleClass().add("find-bar");
        show(false);
    }

    private void show(boolean visible) {
        view.setVisible(visible);
        view.setManaged(visible);
    }

    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        show(false);
        area.requestFocus();
    }

    private void step(int by) {
        List<TextPos> found = lines.places(field.getText());
        if (found.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : texts.get("ui.find.none"));
            return;
        }
        current = Math.floorMod(current < 0 && by < 0 ? -1 : current + by, found.size());
        count.setText(current + 1 + "/" + found.size());
        lines.select(found.get(current), field.getText());
    }

    HBox view() {
        return view;
    }
}
