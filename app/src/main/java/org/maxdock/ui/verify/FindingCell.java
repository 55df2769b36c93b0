package org.maxdock.ui.verify;

import java.time.Clock;
import java.time.Duration;
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
    private final LatestFindings found;
    private final Texts texts;
    private final Clock clock;
    private final Label badge = new Label();
    private final Label age = Controls.muted("");
    private final HBox both = Controls.row(badge, age);

    FindingCell(ImagePlace place, LatestFindings found, Texts texts, Clock clock) {
        this.place = place;
        this.found = found;
        this.texts = texts;
        this.clock = clock;
        age.getStyleClass().add("small");
    }

    @Override
    protected void updateItem(ImageRecord record, boolean empty) {
        super.updateItem(record, empty);
        setGraphic(empty || record == null ? null : both);
        if (!empty && record != null) {
            show(record, found.of(record, place.key()));
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
            age.setText(age(texts, finding.get(), clock));
        } else {
            Controls.badge(badge, texts.get("ui.verify.no-answer"), "warn");
            age.setText(age(texts, finding.get(), clock));
            finding.get().trouble().ifPresent(t -> setTooltip(new Tooltip(texts.explain(t))));
        }
        setAccessibleText(place.title() + ": " + badge.getText() + " " + age.getText());
    }

    static String age(Texts texts, PlacedVerdict finding, Clock clock) {
        Duration age = Duration.between(finding.at(), clock.instant());
        return age.toMinutes() < 1
                ? texts.get("ui.verify.now")
                : age.toHours() < 1
                        ? texts.get("ui.verify.minutes", age.toMinutes())
                        : texts.get("ui.verify.hours", age.toHours());
    }
}
