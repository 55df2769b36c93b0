package org.maxdock.ui.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordLine;
import org.maxdock.operation.RecordSigner;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** What was recorded of an image, from what it was built, who signed it, and what was recorded before. */
final class RecordPanel {

    private final Texts texts;
    private final Label title = Controls.head("");
    private final VBox body = new VBox(10);
    private final Node buttons;
    private final VBox view;
    private final VerifyTable model;
    private final RecordModel records;

    RecordPanel(Texts texts, VerifyTable model, RecordModel records) {
        this.texts = texts;
        this.model = model;
        this.records = records;
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var line = Controls.button(
                texts.get("ui.verify.copy-line"), "fth-copy", with(r -> Controls.copy(RecordLine.of(r))));
        ButtonFacts.command(line, "maxdock digest line IMAGE");
        line.setTooltip(new Tooltip(texts.get("ui.verify.copy-line-text")));
        buttons = Controls.row(
                line,
                ButtonFacts.command(
                        Controls.button(texts.get("ui.verify.export"), null, with(records::export)),
                        "maxdock digest export IMAGE FILE"),
                ButtonFacts.command(
                        Controls.button(texts.get("ui.verify.sign"), "fth-edit-2", with(records::sign)),
                        "maxdock digest sign IMAGE"),
                ButtonFacts.command(
                        Controls.iconButton("fth-trash-2", texts.get("ui.verify.forget"), with(records::forget)),
                        "maxdock digest forget IMAGE"));
        buttons.managedProperty().bind(buttons.visibleProperty());
        view = Controls.panel(Controls.row(title, Controls.space(), buttons), scroll);
        model.chosenProperty().addListener((o, was, is) -> show());
        model.records().addListener((ListChangeListener<ImageRecord>) change -> show());
        records.signaturesProperty().addListener((o, was, is) -> show());
        records.demanded().addListener((ListChangeListener<String>) change -> show());
        show();
    }

    private Runnable with(Consumer<ImageRecord> action) {
        return () -> model.record().ifPresent(action);
    }

    private void show() {
        model.record().ifPresentOrElse(r -> show(r, records.signatures(r)), this::none);
    }

    /** What can be done with the record. */
    Node buttons() {
        return buttons;
    }

    Node view() {
        return view;
    }

    /** Who signed, how that stands, and which list knows the signer. */
    private String signature(RecordSigner.Checked one) {
        String standing = texts.get("ui.signed." + one.standing().name().toLowerCase(java.util.Locale.ROOT));
        return one.list()
                .map(list -> texts.get("ui.signed.by-list", one.signer(), standing, brief(list)))
                .orElse(one.signer() + " (" + standing + ")");
    }

    /** A file below the user's home as shells write it. */
    private static String brief(Path file) {
        Path home = Path.of(System.getProperty("user.home"));
        return file.startsWith(home) ? "~/" + home.relativize(file) : file.toString();
    }

    private void none() {
        title.setText(texts.get("ui.verify.record"));
        body.getChildren().setAll(Controls.wrapped(texts.get("ui.verify.choose-image")));
        buttons.setVisible(false);
    }

    private void show(ImageRecord record, List<RecordSigner.Checked> signatures) {
        buttons.setVisible(true);
        title.setText(record.reference().brief());
        title.setTooltip(new Tooltip(record.reference().toString()));
        Identity identity = record.identity();
        GridPane grid = new GridPane(18, 5);
        row(grid, "ui.verify.when", moment(record) + " · " + record.recordedBy() + "@" + record.recordedOn(), false);
        row(grid, "ui.images.id", identity.id(), true);
        row(
                grid,
                "ui.images.registry",
                identity.repoDigests().isEmpty()
                        ? texts.get("ui.images.never-pushed")
                        : String.join("\n", identity.repoDigests()),
                true);
        row(grid, "ui.images.layers", identity.layers().size() + " · " + identity.platform(), false);
        record.tarball().ifPresent(t -> row(grid, "ui.images.tarball", t.path(), true));
        record.source().ifPresent(s -> {
            row(
                    grid,
                    "ui.verify.source",
                    s.dockerfile() + " " + digits(s.dockerfileSha256()) + " · "
                            + texts.get("ui.verify.context", digits(s.contextSha256())),
                    true);
            if (!s.builder().isEmpty()) {
                row(grid, "ui.build.builder", s.builder(), false);
            }
            s.bases().forEach(b -> row(grid, "ui.verify.base", b.reference() + " " + digits(b.id()), true));
        });
        row(
                grid,
                "ui.verify.signed",
                signatures.isEmpty()
                        ? texts.get("ui.verify.nobody")
                        : String.join(
                                ", ", signatures.stream().map(this::signature).toList()),
                false);
        row(
                grid,
                "ui.verify.demanded",
                records.demanded().isEmpty()
                        ? texts.get("ui.verify.demanded-nobody")
                        : String.join(", ", records.demanded()),
                false);
        body.getChildren().setAll(grid);
        ImageRecord newer = record;
        for (ImageRecord older : record.history()) {
            String changed = String.join(
                    ", ",
                    Comparison.differences(older.identity(), newer.identity()).stream()
                            .map(Difference::what)
                            .toList());
            row(grid, "ui.verify.before", moment(older) + " " + older.identity().shortId() + " · " + changed, false);
            newer = older;
        }
    }

    private String moment(ImageRecord record) {
        return texts.amounts().moment(Instant.parse(record.recordedAt()));
    }

    private static String digits(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(12, hex.length()));
    }

    private void row(GridPane grid, String key, String value, boolean mono) {
        Label head = Controls.muted(texts.get(key));
        head.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Controls.wrapped(value);
        if (mono) {
            text.getStyleClass().add("mono");
        }
        grid.addRow(grid.getRowCount(), head, text);
    }
}
