package org.maxdock.ui.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.maxdock.image.ImageRecord;
import org.maxdock.project.Finding;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Verdicts;

/** A verdict and its age. */
final class FindingCell extends TableCell<ImageRecord, ImageRecord> {

    private final Place place;
    private final Found found;
    private final Texts texts;
    private final Clock clock;
    private final Label badge = new Label();
    private final Label age = Parts.muted("");
    private final HBox both = Parts.row(badge, age);

    FindingCell(Place place, Found found, Texts texts, Clock clock) {
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

    private void show(ImageRecord record, Optional<Finding> finding) {
        Parts.badge(badge, "", "plain");
        age.setText("");
        setTooltip(null);
        if (place.key().equals(Place.REGISTRY) && record.identity().repoDigests().isEmpty()) {
            age.setText(texts.get("ui.verify.never-pushed"));
        } else if (place.key().equals(Place.FILE) && record.tarball().isEmpty()) {
            age.setText(texts.get("ui.verify.not-saved"));
        } else if (finding.isEmpty()) {
            age.setText(texts.get("ui.verify.not-yet"));
        } else if (finding.get().verdict().isPresent()) {
            Verdicts.badge(badge, texts, finding.get().verdict());
            age.setText(age(texts, finding.get(), clock));
        } else {
            Parts.badge(badge, texts.get("ui.verify.no-answer"), "warn");
            age.setText(age(texts, finding.get(), clock));
            finding.get().trouble().ifPresent(t -> setTooltip(new Tooltip(texts.explain(t))));
        }
        setAccessibleText(place.title() + ": " + badge.getText() + " " + age.getText());
    }

    static String age(Texts texts, Finding finding, Clock clock) {
        Duration age = Duration.between(finding.at(), clock.instant());
        return age.toMinutes() < 1 ? texts.get("ui.verify.now") : age.toHours() < 1 ? texts.get("ui.verify.minutes", age.toMinutes()) : texts.get("ui.verify.hours", age.toHours());
    }
}
