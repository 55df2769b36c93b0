package org.maxdock.ui;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/** Gives no column of a table less room than its heading needs, whatever the language and the font. */
final class WholeHeadings {

    /** For the mark of how it is sorted. */
    private static final double ARROW = 20;

    private WholeHeadings() {}

    /** On the window's thread. */
    static void follow(TableView<?> table) {
        table.widthProperty().addListener((o, was, is) -> Platform.runLater(() -> widen(table)));
    }

    private static void widen(TableView<?> table) {
        table.lookupAll(".column-header").stream()
                .filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(header -> header.getTableColumn() != null)
                .forEach(WholeHeadings::widen);
    }

    private static void widen(TableColumnHeader header) {
        TableColumnBase<?, ?> column = header.getTableColumn();
        if (header.lookup(".label") instanceof Label label && !column.getText().isEmpty()) {
            double needed = Math.ceil(label.prefWidth(-1)) + ARROW;
            if (column.isResizable() && column.getMinWidth() < needed) {
                column.setMinWidth(needed);
            }
        }
    }
}
