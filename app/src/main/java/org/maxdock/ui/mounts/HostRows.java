package org.maxdock.ui.mounts;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** How a row of the host's folders looks; a folder can be dragged from it. */
final class HostRows {

    private final Texts texts;

    HostRows(Texts texts) {
        this.texts = texts;
    }

    /** Nothing is left of what a cell showed before. */
    HBox fill(TreeCell<HostFolder> cell, HostFolder folder) {
        CheckedMapping one = folder == null ? null : folder.mapped().orElse(null);
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("mapped"),
                one != null && one.verdict().holds());
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failing"),
                one != null && !one.verdict().holds());
        cell.setOnDragDetected(folder == null || folder.path().isEmpty() ? null : e -> drag(cell, folder.path()));
        cell.setTooltip(one == null ? null : new Tooltip(tip(one)));
        return folder == null ? null : row(folder);
    }

    private String tip(CheckedMapping one) {
        return Printable.line(one.mapping().host())
                + one.about()
                        .map(a -> "\n"
                                + texts.get(
                                        "ui.mounts.about",
                                        a.permissions(),
                                        a.owner(),
                                        a.group(),
                                        a.mountPoint(),
                                        a.fileSystem(),
                                        free(texts, a.free())))
                        .orElse("");
    }

    /** That of a file where it is known to be one. */
    static String icon(Optional<CheckedMapping> mapped) {
        boolean file = mapped.flatMap(CheckedMapping::about)
                .filter(about -> !about.folder())
                .isPresent();
        return file ? "fth-file" : "fth-folder";
    }

    /** What is free, in words; unknown to some file systems. */
    static String free(Texts texts, long bytes) {
        return bytes < 0 || bytes == Long.MAX_VALUE ? "?" : texts.amounts().bytes(bytes);
    }

    private static void drag(TreeCell<HostFolder> from, String path) {
        ClipboardContent content = new ClipboardContent();
        content.putString(path);
        from.startDragAndDrop(TransferMode.LINK).setContent(content);
    }

    private static HBox row(HostFolder folder) {
        Label note = Controls.muted(folder.note());
        note.getStyleClass().add("mono");
        note.setMinWidth(Region.USE_PREF_SIZE);
        Label label = new Label(Printable.line(folder.label()));
        label.getStyleClass().add("folder-label");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(40);
        String icon = folder.path().isEmpty() ? "fth-info" : icon(folder.mapped());
        return Controls.row(new FontIcon(folder.more() > 0 ? "fth-more-horizontal" : icon), label, note);
    }
}
