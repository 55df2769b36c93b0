package org.maxdock.ui.shared;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;

/**
 * Rows of a table that is read again and again: which are selected is kept by what they are, not by where they stand,
 * and the user's order stays.
 *
 * @param <T> a row
 */
public final class KeyedSelection<T> {

    private final TableView<T> table;
    private final Function<T, ?> key;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private boolean filling;

    /** @param chosen is told what the user selects */
    public KeyedSelection(TableView<T> table, Function<T, ?> key, Consumer<List<T>> chosen) {
        this.table = table;
        this.key = key;
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<T>) change -> {
            if (!filling) { // while rows are put in order, what is selected is no list to look at
                Platform.runLater(() -> chosen.accept(selected()));
            }
        });
    }

    private List<T> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param keys of those that are selected */
    public void show(List<T> now, Collection<?> keys) {
        if (rows.equals(now)) {
            return;
        }
        filling = true;
        rows.setAll(now);
        filling = false;
        select(keys);
    }

    /** Shows which are selected. */
    public void select(Collection<?> keys) {
        if (selected().stream().map(key).collect(Collectors.toSet()).equals(Set.copyOf(keys))) {
            return;
        }
        filling = true;
        table.getSelectionModel().clearSelection();
        table.getItems().stream().filter(r -> keys.contains(key.apply(r))).forEach(table.getSelectionModel()::select);
        filling = false;
    }
}
