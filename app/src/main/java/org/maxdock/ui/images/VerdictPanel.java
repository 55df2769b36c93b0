package org.maxdock.ui.images;

import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Differences;

/** What is recorded of an image and what is there, side by side. */
final class VerdictPanel {

    private final Texts texts;
    private final Label title = Controls.head("");
    private final VBox body = new VBox(8);
    private final VBox view;

    VerdictPanel(Texts texts, ObservableValue<ImageRow> selected) {
        this.texts = texts;
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        view = Controls.panel(title, scroll);
        view.setPrefHeight(240);
        view.setMinHeight(160);
        selected.addListener((o, was, is) -> show(is));
        show(selected.getValue());
    }

    Node view() {
        return view;
    }

    private void show(ImageRow row) {
        body.getChildren().clear();
        if (row == null) {
            title.setText(texts.get("ui.images.identity"));
            body.getChildren().add(Controls.muted(texts.get("ui.images.select")));
            return;
        }
        title.setText(
                row.reference().isEmpty() ? texts.get("ui.images.dangling") + "  " + row.shortId() : row.reference());
        if (row.record().isEmpty()) {
            body.getChildren().add(Controls.wrapped(texts.get("ui.images.not-recorded-text")));
            return;
        }
        ImageRecord record = row.record().get();
        body.getChildren()
                .add(Controls.muted(texts.get(
                        "ui.images.recorded",
                        texts.amounts().moment(Instant.parse(record.recordedAt())),
                        record.recordedOn(),
                        record.recordedBy())));
        switch (row.verdict().orElseThrow()) {
            case ImageVerdict.Different different -> {
                title.setText(texts.get("ui.images.not-the-recorded", row.reference()));
                body.getChildren().add(new Differences(texts, different.differences()));
            }
            case ImageVerdict.Same same -> identity(record);
            case ImageVerdict.SameContent same -> identity(record);
            case ImageVerdict.Missing missing -> body.getChildren().add(new Label(texts.get("ui.verdict.missing")));
        }
    }

    private void identity(ImageRecord record) {
        GridPane grid = new GridPane(24, 6);
        row(grid, 0, texts.get("ui.images.id"), record.identity().id());
        row(
                grid,
                1,
                texts.get("ui.images.registry"),
                record.identity().repoDigests().isEmpty()
                        ? texts.get("ui.images.never-pushed")
                        : String.join("\n", record.identity().repoDigests()));
        row(
                grid,
                2,
                texts.get("ui.images.layers"),
                String.valueOf(record.identity().layers().size()));
        record.tarball().ifPresent(t -> row(grid, 3, texts.get("ui.images.tarball"), t.path()));
        body.getChildren().add(grid);
    }

    private static void row(GridPane grid, int line, String name, String value) {
        Label head = new Label(name);
        head.setMinWidth(110);
        Label text = new Label(Printable.line(value));
        text.getStyleClass().add("mono");
        grid.addRow(line, head, text);
    }
}
