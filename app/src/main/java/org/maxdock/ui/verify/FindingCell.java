package org.maxdock.ui.verify;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Verdicts;

/** A verdict and its age. */
final class FindingCell extends TableCell<ImageRecord, ImageRecord> {

    private final ImagePlace place;
    private final VerifyModel model;
    private final Texts texts;
    private final Label badge = new Label();
    private final Label age = Controls.muted("");
    private final HBox both = Controls.row(badge, age);

    FindingCell(ImagePlace place, VerifyModel model, Texts texts) {
        this.place = place;
        this.model = model;
        this.texts = texts;
        age.getStyleClass().add("small");
    }

    @Override
    protected void updateItem(ImageRecord record, boolean empty) {
        super.updateItem(record, empty);
        setGraphic(empty || record == null ? null : both);
        if (!empty && record != null) {
            show(record, model.finding(record, place));
        }
    }

    private void show(ImageRecord record, Optional<PlacedVerdict> finding) {
        Controls.badge(badge, "", "plain");
        age.setText("");
        setTooltip(null);
        if (place.key().equals(ImagePlace.REGISTRY)
                && record.identity().repoDigests().isEmpty()) {
            age.setText(texts.get("ui.verify.never-pushed"));
        } else if (place.key().equals(ImagePlace.FILE) && record.tarball().isEmpty()) {
            age.setText(texts.get("ui.verify.not-saved"));
        } else if (finding.isEmpty()) {
            age.setText(texts.get("ui.verify.not-yet"));
        } else if (finding.get().verdict().isPresent()) {
            Verdicts.badge(badge, texts, finding.get().verdict());
            age.setText(model.age(finding.get()));
        } else {
            Controls.badge(badge, texts.get("ui.verify.no-answer"), "warn");
            age.setText(model.age(finding.get()));
            finding.get().trouble().ifPresent(t -> setTooltip(new Tooltip(texts.explain(t))));
        }
        setAccessibleText(place.title() + ": " + badge.getText() + " " + age.getText());
    }
}
