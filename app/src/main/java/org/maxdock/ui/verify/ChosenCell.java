package org.maxdock.ui.verify;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.maxdock.image.identity.ImageRecord;

/**
 * Carries which cell is chosen between a table and its model. While rows or columns change, the table's focus is in
 * pieces; so it is looked at, and set, only after that.
 */
final class ChosenCell {

    private final TableView<ImageRecord> table;
    private final VerifyTable model;
    private boolean later;
    private boolean byModel;
    private boolean setting;

    /** @param table of which each column but the first one has the key of its place as its user data */
    ChosenCell(TableView<ImageRecord> table, VerifyTable model) {
        this.table = table;
        this.model = model;
        table.getFocusModel().focusedCellProperty().addListener((InvalidationListener) o -> changed(false));
        table.getColumns().addListener((ListChangeListener<TableColumn<ImageRecord, ?>>) change -> changed(true));
        model.records().addListener((ListChangeListener<ImageRecord>) change -> changed(true));
        model.chosenProperty().addListener((o, was, is) -> changed(true));
        changed(true);
    }

    private void changed(boolean inModel) {
        if (setting) {
            return;
        }
        byModel |= inModel;
        if (!later) {
            later = true;
            Platform.runLater(this::carry);
        }
    }

    private void carry() {
        later = false;
        setting = true;
        if (!byModel) {
            inTable().ifPresent(spot -> model.choose(spot.image(), spot.place()));
        }
        byModel = false;
        model.chosenProperty()
                .get()
                .filter(s -> !Optional.of(s).equals(inTable()))
                .ifPresent(this::show);
        setting = false;
    }

    private void show(VerifyTable.Spot spot) {
        for (int row = 0; row < model.records().size(); row++) {
            if (model.records().get(row).reference().equals(spot.image())) {
                TableColumn<ImageRecord, ?> column = column(spot.place());
                table.getSelectionModel().clearAndSelect(row, column);
                table.getFocusModel().focus(row, column);
                return;
            }
        }
    }

    private TableColumn<ImageRecord, ?> column(String place) {
        return table.getColumns().stream()
                .filter(c -> place.equals(c.getUserData()))
                .findFirst()
                .orElse(table.getColumns().getFirst());
    }

    private Optional<VerifyTable.Spot> inTable() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at == null || at.getRow() < 0 || at.getRow() >= model.records().size() || at.getTableColumn() == null) {
            return Optional.empty();
        }
        Object place = at.getTableColumn().getUserData();
        return Optional.of(new VerifyTable.Spot(
                model.records().get(at.getRow()).reference(), place == null ? "" : place.toString()));
    }
}
