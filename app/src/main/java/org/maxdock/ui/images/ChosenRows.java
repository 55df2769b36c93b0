package org.maxdock.ui.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;

/**
 * Carries what is chosen between a table and its model. While a table sorts or its rows change, its selection is in
 * pieces; so it is looked at, and set, only after that.
 */
final class ChosenRows {

    private final TableView<ImageRow> table;
    private final ImagesModel model;
    private boolean later;
    private boolean byModel;
    private boolean setting;

    ChosenRows(TableView<ImageRow> table, ImagesModel model) {
        this.table = table;
        this.model = model;
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> changed(false));
        table.getSelectionModel().selectedItemProperty().addListener((InvalidationListener) o -> changed(false));
        model.shown().addListener((ListChangeListener<ImageRow>) change -> changed(true));
        model.selection().chosenProperty().addListener((o, was, is) -> changed(true));
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
        if (!byModel) {
            setting = true;
            model.choose(inTable());
            setting = false;
        }
        byModel = false;
        List<ImageRow> chosen = model.selection().chosen();
        if (!chosen.equals(inTable())) {
            setting = true;
            table.getSelectionModel().clearSelection();
            chosen.forEach(table.getSelectionModel()::select);
            setting = false;
        }
    }

    /** What was chosen last comes last. */
    private List<ImageRow> inTable() {
        ImageRow last = table.getSelectionModel().getSelectedItem();
        List<ImageRow> chosen = new ArrayList<>(table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .filter(r -> !r.equals(last))
                .toList());
        if (last != null) {
            chosen.add(last);
        }
        return chosen;
    }
}
