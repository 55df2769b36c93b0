package org.maxdock.ui.mounts;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.ContainerFolder;
import org.maxdock.mount.Mapping;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The container's folders: the image's, and what is mapped over them. Folders of the host can be dropped here. */
final class ContainerTree {

    private final Session session;
    private final TreeView<ContainerFolder> view = new TreeView<>();
    private final TreeRows<ContainerFolder> rows;
    private final IdentityHashMap<CheckedMapping, TreeItem<ContainerFolder>> mapped = new IdentityHashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final BiConsumer<Mapping, Optional<Mapping>> replaced;
    private final BiConsumer<String, String> dropped;

    /**
     * @param replaced called with a mapping and what takes its place: nothing when it is removed
     * @param selected called with a mapping that was selected
     * @param dropped called with the host path of a folder that was dropped, and the folder it was dropped on
     */
    ContainerTree(
            Session session,
            BiConsumer<Mapping, Optional<Mapping>> replaced,
            Consumer<CheckedMapping> selected,
            BiConsumer<String, String> dropped) {
        this.session = session;
        this.replaced = replaced;
        this.dropped = dropped;
        view.setShowRoot(false);
        view.setAccessibleText(session.text("ui.mounts.in-container"));
        rows = new TreeRows<>(view, this::fill);
        view.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                is.getValue().mapped().ifPresent(selected);
            }
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            TreeItem<ContainerFolder> item = view.getSelectionModel().getSelectedItem();
            Optional<Mapping> mapping =
                    item == null ? Optional.empty() : item.getValue().mapped().map(CheckedMapping::mapping);
            if (mapping.isPresent() && e.getCode() == KeyCode.DELETE) {
                replaced.accept(mapping.get(), Optional.empty());
            } else if (mapping.isPresent() && e.getCode() == KeyCode.SPACE) {
                replaced.accept(mapping.get(), Optional.of(MappingLines.otherAccess(mapping.get())));
                e.consume();
            }
        });
        acceptDrops(view, "/");
    }

    TreeView<ContainerFolder> view() {
        return view;
    }

    TreeRows<ContainerFolder> rows() {
        return rows;
    }

    Optional<TreeItem<ContainerFolder>> itemOf(CheckedMapping mapping) {
        return Optional.ofNullable(mapped.get(mapping));
    }

    void show(ContainerFolder root) {
        TreeItem<ContainerFolder> selectedItem = view.getSelectionModel().getSelectedItem();
        mapped.clear();
        view.setRoot(item(root, true));
        if (selectedItem != null) {
            mapped.values().stream()
                    .filter(i ->
                            i.getValue().path().equals(selectedItem.getValue().path()))
                    .findFirst()
                    .ifPresent(view.getSelectionModel()::select);
        }
    }

    private TreeItem<ContainerFolder> item(ContainerFolder folder, boolean open) {
        TreeItem<ContainerFolder> item = new TreeItem<>(folder);
        folder.children()
                .forEach(child -> item.getChildren()
                        .add(item(
                                child,
                                child.children().stream().anyMatch(ContainerFolder::leadsToMapping)
                                        || opened.contains(child.path()))));
        item.setExpanded(open);
        item.expandedProperty().addListener((o, was, is) -> {
            if (is) {
                opened.add(folder.path());
            } else {
                opened.remove(folder.path());
            }
        });
        folder.mapped().ifPresent(one -> mapped.put(one, item));
        return item;
    }

    private void fill(TreeCell<ContainerFolder> cell, ContainerFolder folder) {
        CheckedMapping one = folder == null ? null : folder.mapped().orElse(null);
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("mapped"),
                one != null && one.verdict().holds());
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failing"),
                one != null && !one.verdict().holds());
        cell.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("hidden"), folder != null && folder.kind() == ContainerFolder.Kind.HIDDEN);
        if (folder == null) {
            return;
        }
        acceptDrops(cell, folder.path().isEmpty() ? "/" : folder.path());
        rows.fit(cell, row(folder));
    }

    private HBox row(ContainerFolder folder) {
        Label label = new Label(folder.name());
        label.getStyleClass().add("folder-label");
        label.setMinWidth(40);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = Controls.row(new FontIcon("fth-folder"), label, note(folder));
        folder.mapped().ifPresent(one -> row.getChildren().add(remove(one)));
        return row;
    }

    private Label note(ContainerFolder folder) {
        Label note = switch (folder.kind()) {
            case IMAGE -> Controls.muted(session.text("ui.mounts.from-image"));
            case WAY -> Controls.muted("");
            case HIDDEN -> Controls.muted(session.text("ui.mounts.hidden"));
            case DATA -> Controls.badge(session.text("ui.mounts.data"), "ok");
            case MAPPED ->
                folder.hidden() > 0
                        ? Controls.badge(session.text("ui.mounts.hides", folder.hidden()), "warn")
                        : Controls.muted("");
        };
        note.setMinWidth(Region.USE_PREF_SIZE);
        return note;
    }

    private javafx.scene.Node remove(CheckedMapping one) {
        if (one.implied()) {
            return Controls.muted(session.text("ui.mounts.by-dockerrun"));
        }
        var button = Controls.iconButton(
                "fth-x",
                session.text("ui.mounts.remove", one.mapping().host()),
                () -> replaced.accept(one.mapping(), Optional.empty()));
        button.getStyleClass().add("row-button");
        return button;
    }

    private void acceptDrops(javafx.scene.Node target, String folder) {
        target.setOnDragOver(e -> {
            if (e.getDragboard().hasString()) {
                e.acceptTransferModes(TransferMode.LINK);
            }
            e.consume();
        });
        target.setOnDragDropped(e -> {
            dropped.accept(e.getDragboard().getString(), folder);
            e.setDropCompleted(true);
            e.consume();
        });
    }
}
