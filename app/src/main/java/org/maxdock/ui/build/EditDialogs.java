package org.maxdock.ui.build;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** Asks about edits in dialogs. Going on with the edits is what Escape and closing do. */
public final class EditDialogs implements EditQuestions {

    private final Texts texts;
    private final Dialogs dialogs;

    public EditDialogs(Texts texts, Dialogs dialogs) {
        this.texts = texts;
        this.dialogs = dialogs;
    }

    @Override
    public Optional<Unsaved> unsaved(String where) {
        return dialogs.pick(
                texts.get("ui.page.build"),
                Controls.wrapped(texts.get("ui.build.unsaved", where)),
                List.of(Unsaved.SAVE, Unsaved.DISCARD),
                choice -> texts.get(
                        switch (choice) {
                            case SAVE -> "ui.save";
                            case DISCARD -> "ui.build.discard";
                        }));
    }

    @Override
    public Optional<Conflict> conflict(String where, LineDifference difference) {
        ListView<LineDifference.Line> lines = new ListView<>();
        lines.getItems().setAll(difference.lines());
        lines.setCellFactory(l -> new LineCell());
        lines.setId("difference");
        lines.setAccessibleText(texts.get("ui.build.conflict-title"));
        lines.setPrefSize(760, 360);
        int first = difference.lines().stream()
                .map(LineDifference.Line::side)
                .toList()
                .indexOf(LineDifference.Side.MINE);
        lines.scrollTo(Math.max(0, first - 3));
        VBox.setVgrow(lines, Priority.ALWAYS);
        Label legend = Controls.muted(texts.get("ui.build.conflict-legend"));
        return dialogs.pick(
                texts.get("ui.build.conflict-title"),
                new VBox(10, Controls.wrapped(texts.get("ui.build.conflict", where)), lines, legend),
                List.of(Conflict.BOTH, Conflict.THEIRS, Conflict.MINE),
                choice -> texts.get(
                        switch (choice) {
                            case BOTH -> "ui.build.both";
                            case THEIRS -> "ui.build.theirs";
                            case MINE -> "ui.build.mine";
                        }));
    }

    private static final class LineCell extends ListCell<LineDifference.Line> {
        @Override
        protected void updateItem(LineDifference.Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("line-theirs", "line-mine");
            if (empty || line == null) {
                setText(null);
                return;
            }
            getStyleClass().add("mono");
            String text = Printable.text(line.text());
            switch (line.side()) {
                case BOTH -> setText("  " + text);
                case THEIRS -> {
                    setText("< " + text);
                    getStyleClass().add("line-theirs");
                }
                case MINE -> {
                    setText("> " + text);
                    getStyleClass().add("line-mine");
                }
            }
        }
    }
}
