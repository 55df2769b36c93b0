package org.maxdock.ui.mounts;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;

/** Where the rows of a tree are on the screen, so that lines can be drawn to them. */
final class TreeRows<T> {

    private static final double INDENT = 17;
    private static final double AROUND = 52; // the disclosure arrow, paddings and the scroll bar

    private final TreeView<T> view;
    private final Set<TreeCell<T>> cells = new HashSet<>();

    /** @param fill called for each cell that comes to show something, or nothing any more (null) */
    TreeRows(TreeView<T> view, BiConsumer<TreeCell<T>, T> fill) {
        this(view, cell -> {}, fill);
    }

    /** @param made called once for each cell */
    TreeRows(TreeView<T> view, Consumer<TreeCell<T>> made, BiConsumer<TreeCell<T>, T> fill) {
        this.view = view;
        view.setCellFactory(v -> {
            TreeCell<T> cell = new TreeCell<>() {
                @Override
                protected void updateItem(T item, boolean empty) {
                    super.updateItem(item, empty);
                    setText(null);
                    setGraphic(null);
                    fill.accept(this, empty ? null : item);
                }
            };
            cells.add(cell);
            made.accept(cell);
            return cell;
        });
    }

    /** Makes what a cell shows as wide as the cell, so that long names are cut and not scrolled to. */
    void fit(TreeCell<T> cell, Region content) {
        int level = view.getTreeItemLevel(cell.getTreeItem()) - (view.isShowRoot() ? 0 : 1);
        content.prefWidthProperty().bind(view.widthProperty().subtract(AROUND + INDENT * level));
        cell.setGraphic(content);
    }

    /**
     * The middle of a row, in the scene; for one that is scrolled out of view the edge of the tree it went out over,
     * for one in a closed folder that folder's.
     */
    OptionalDouble middle(TreeItem<T> item) {
        TreeItem<T> shown = item;
        int row = view.getRow(shown);
        while (row < 0 && shown.getParent() != null) {
            shown = shown.getParent();
            row = view.getRow(shown);
        }
        if (row < 0) {
            return OptionalDouble.empty();
        }
        Bounds tree = view.localToScene(view.getBoundsInLocal());
        int first = Integer.MAX_VALUE;
        for (TreeCell<T> cell : cells) {
            if (cell.isVisible() && !cell.isEmpty() && cell.getScene() != null && cell.getIndex() >= 0) {
                first = Math.min(first, cell.getIndex());
                if (cell.getIndex() == row) {
                    Bounds bounds = cell.localToScene(cell.getBoundsInLocal());
                    return OptionalDouble.of(Math.clamp(
                            bounds.getCenterY(), tree.getMinY() + 2, Math.max(tree.getMinY() + 2, tree.getMaxY() - 2)));
                }
            }
        }
        return OptionalDouble.of(row < first ? tree.getMinY() + 2 : tree.getMaxY() - 2);
    }

    /** Whether a row can be seen. */
    boolean inView(TreeItem<T> item) {
        OptionalDouble middle = middle(item);
        Bounds tree = view.localToScene(view.getBoundsInLocal());
        return view.getRow(item) >= 0
                && middle.isPresent()
                && middle.getAsDouble() > tree.getMinY() + 6
                && middle.getAsDouble() < tree.getMaxY() - 6;
    }
}
