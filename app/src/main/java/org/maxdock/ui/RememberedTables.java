package org.maxdock.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.maxdock.store.TableLook;
import org.maxdock.store.TableLooks;
import org.maxdock.store.ViewFile;
import org.maxdock.text.Trouble;

/**
 * Has tables come up as they were left: their columns in the user's order and widths, their rows sorted as by the user.
 * A table is known by its id, and so is a column; one without is as at first.
 */
final class RememberedTables {

    private final ViewFile<TableLooks> file;
    private final Map<String, TableLook> kept;
    private final List<TableView<?>> followed = new ArrayList<>();
    private volatile Optional<TableLooks> now = Optional.empty();

    RememberedTables(ViewFile<TableLooks> file) {
        this.file = file;
        this.kept = new HashMap<>(file.read().map(TableLooks::tables).orElse(Map.of()));
    }

    /** On the window's thread. */
    void follow(TableView<?> table) {
        Optional.ofNullable(kept.get(table.getId())).ifPresent(look -> restore(table, look));
        followed.add(table);
    }

    private static <T> void restore(TableView<T> table, TableLook look) {
        Map<String, TableColumn<T, ?>> columns = new HashMap<>();
        table.getColumns().stream().filter(c -> c.getId() != null).forEach(c -> columns.put(c.getId(), c));
        List<String> order = look.columns().stream().map(TableLook.Column::id).toList();
        look.columns()
                .forEach(c -> Optional.ofNullable(columns.get(c.id())).ifPresent(column -> {
                    if (column.isResizable()) {
                        column.setPrefWidth(c.width());
                    }
                }));
        table.getColumns()
                .sort(Comparator.comparingInt(
                        c -> order.contains(c.getId()) ? order.indexOf(c.getId()) : order.size()));
        List<TableColumn<T, ?>> sorting = new ArrayList<>();
        look.sorting()
                .forEach(s -> Optional.ofNullable(columns.get(s.column()))
                        .filter(TableColumn::isSortable)
                        .filter(column -> !sorting.contains(column))
                        .ifPresent(column -> {
                            column.setSortType(
                                    s.falling() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                            sorting.add(column);
                        }));
        table.getSortOrder().setAll(sorting);
    }

    /** Looks at them before they go; on the window's thread. */
    void look() {
        Map<String, TableLook> looks = new HashMap<>(kept);
        followed.stream().filter(t -> t.getId() != null).forEach(t -> looks.put(t.getId(), look(t)));
        now = Optional.of(new TableLooks(looks));
    }

    private static <T> TableLook look(TableView<T> table) {
        return new TableLook(
                table.getColumns().stream()
                        .filter(c -> c.getId() != null)
                        .map(c -> new TableLook.Column(c.getId(), Math.max(1, c.getWidth())))
                        .toList(),
                table.getSortOrder().stream()
                        .filter(c -> c.getId() != null)
                        .map(c -> new TableLook.Sorting(c.getId(), c.getSortType() == TableColumn.SortType.DESCENDING))
                        .toList());
    }

    /** Keeps it; not on the window's thread. Where it cannot be kept, nothing is lost that anybody made. */
    void keep() {
        now.ifPresent(looks -> {
            try {
                file.write(looks);
            } catch (Trouble e) {
                System.getLogger(RememberedTables.class.getName())
                        .log(System.Logger.Level.DEBUG, "how tables look is not kept", e);
            }
        });
    }
}
