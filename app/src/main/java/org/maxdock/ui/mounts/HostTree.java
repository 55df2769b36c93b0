package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.maxdock.host.StartFolder;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.MappedFolder;
import org.maxdock.text.Texts;

/**
 * The host's folders: those that are mapped, then the places where the site's people keep things; each read when it is
 * opened.
 */
final class HostTree {

    private final PlanView.Actions actions;
    private final HostItems folders;
    private final Texts texts;
    private final TreeView<HostFolder> view = new TreeView<>();
    private final TreeItem<HostFolder> root = new TreeItem<>();
    private final TreeRows<HostFolder> rows;
    private final IdentityHashMap<CheckedMapping, TreeItem<HostFolder>> mapped = new IdentityHashMap<>();
    private final List<TreeItem<HostFolder>> places = new ArrayList<>();
    private boolean showing;

    HostTree(HostFolders model, PlanView.Actions actions, Texts texts) {
        this.actions = actions;
        this.folders = new HostItems(model, texts);
        this.texts = texts;
        view.setShowRoot(false);
        view.setRoot(root);
        view.setAccessibleText(texts.get("ui.mounts.on-host"));
        HostRows cells = new HostRows(texts);
        rows = new TreeRows<>(view, (cell, folder) -> fit(cells.fill(cell, folder), cell));
        view.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> select(is));
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                actions.map().run();
                e.consume();
            }
        });
        model.placesProperty().addListener((o, was, is) -> showPlaces(is));
        showPlaces(model.placesProperty().get());
    }

    private void fit(HBox row, javafx.scene.control.TreeCell<HostFolder> cell) {
        if (row != null) {
            rows.fit(cell, row);
        }
    }

    TreeView<HostFolder> view() {
        return view;
    }

    TreeRows<HostFolder> rows() {
        return rows;
    }

    Optional<TreeItem<HostFolder>> itemOf(CheckedMapping mapping) {
        return Optional.ofNullable(mapped.get(mapping));
    }

    /** Puts the folders of a plan on top, in its order. */
    void show(List<CheckedMapping> plan) {
        mapped.clear();
        for (CheckedMapping one : plan) {
            String note = one.about().map(MappedFolder::permissions).orElse("");
            mapped.put(one, folders.item(HostFolder.mapped(one, note)));
        }
        List<TreeItem<HostFolder>> items = new ArrayList<>();
        plan.forEach(one -> items.add(mapped.get(one)));
        items.addAll(places);
        keepingSelection(items);
    }

    /** The rows move, and the selection with them; nobody chose anything. */
    private void keepingSelection(List<TreeItem<HostFolder>> items) {
        TreeItem<HostFolder> chosen = view.getSelectionModel().getSelectedItem();
        showing = true;
        root.getChildren().setAll(items);
        view.getSelectionModel().clearSelection();
        if (chosen != null && view.getRow(chosen) >= 0) {
            view.getSelectionModel().select(chosen);
        }
        showing = false;
    }

    private void showPlaces(List<StartFolder> found) {
        List<TreeItem<HostFolder>> items = new ArrayList<>(root.getChildren());
        items.removeAll(places);
        places.clear();
        found.forEach(p -> places.add(folders.item(
                HostFolder.of(p.path(), p.path(), texts.get("ui.mounts.free", HostRows.free(texts, p.free()))))));
        items.addAll(places);
        keepingSelection(items);
    }

    private void select(TreeItem<HostFolder> item) {
        if (item == null || showing) {
            return;
        }
        HostFolder folder = item.getValue();
        if (folder.more() > 0) {
            folders.readOn(item, view.getSelectionModel()::select);
        } else if (folder.mapped().isPresent()) {
            actions.select().accept(folder.mapped().get());
        } else if (!folder.path().isEmpty()) {
            actions.choose().accept(folder.path());
        }
    }

    /** Shows a folder as one of the places, opened and selected. */
    void open(String path) {
        TreeItem<HostFolder> item = places.stream()
                .filter(p -> p.getValue().path().equals(path))
                .findFirst()
                .orElseGet(() -> {
                    TreeItem<HostFolder> fresh = folders.item(HostFolder.of(path, path, ""));
                    places.addFirst(fresh);
                    root.getChildren().add(mapped.size(), fresh);
                    return fresh;
                });
        item.setExpanded(true);
        view.getSelectionModel().select(item);
        view.scrollTo(Math.max(0, view.getRow(item) - 1));
    }
}
