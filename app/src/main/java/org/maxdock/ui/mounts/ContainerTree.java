package org.maxdock.ui.mounts;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.ContainerFolder;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** The container's folders: the image's, and what is mapped over them. Folders of the host can be dropped here. */
final class ContainerTree {

    private final PlanView.Actions actions;
    private final Texts texts;
    private final TreeView<ContainerFolder> view = new TreeView<>();
    private final TreeRows<ContainerFolder> rows;
    private final IdentityHashMap<CheckedMapping, TreeItem<ContainerFolder>> mapped = new IdentityHashMap<>();
    private final Set<String> opened = new HashSet<>();

    ContainerTree(PlanView.Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        view.setShowRoot(false);
        view.setAccessibleText(texts.get("ui.mounts.in-container"));
        rows = new TreeRows<>(view, this::acceptDrops, this::fill);
        view.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                is.getValue().mapped().ifPresent(actions.select());
            }
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            TreeItem<ContainerFolder> item = view.getSelectionModel().getSelectedItem();
            Optional<Mapping> mapping =
                    item == null ? Optional.empty() : item.getValue().mapped().map(CheckedMapping::mapping);
            if (mapping.isPresent() && e.getCode() == KeyCode.DELETE) {
                actions.replace().accept(mapping.get(), Optional.empty());
            } else if (mapping.isPresent() && e.getCode() == KeyCode.SPACE) {
                actions.replace().accept(mapping.get(), Optional.of(MappingLines.otherAccess(mapping.get())));
                e.consume();
            }
        });
        DropTarget.make(view, () -> "/", actions.drop());
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
            cell.setContextMenu(null);
            return;
        }
        cell.setContextMenu(folder.mapped().map(this::menu).orElse(null));
        rows.fit(cell, row(folder));
    }

    private ContextMenu menu(CheckedMapping of) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(new MappingMenu(actions.replace(), texts).of(of));
        return menu;
    }

    private HBox row(ContainerFolder folder) {
        Label label = new Label(Printable.line(folder.name()));
        label.getStyleClass().add("folder-label");
        label.setMinWidth(40);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = Controls.row(new FontIcon(HostRows.icon(folder.mapped())), label, note(folder));
        folder.mapped().ifPresent(one -> row.getChildren().add(remove(one)));
        return row;
    }

    private Label note(ContainerFolder folder) {
        Label note = switch (folder.kind()) {
            case IMAGE -> Controls.muted(texts.get("ui.mounts.from-image"));
            case WAY -> Controls.muted("");
            case HIDDEN -> Controls.muted(texts.get("ui.mounts.hidden"));
            case DATA -> Controls.badge(texts.get("ui.mounts.data"), "ok");
            case MAPPED ->
                folder.hidden() > 0
                        ? Controls.badge(texts.get("ui.mounts.hides", folder.hidden()), "warn")
                        : Controls.muted("");
        };
        note.setMinWidth(Region.USE_PREF_SIZE);
        return note;
    }

    private javafx.scene.Node remove(CheckedMapping one) {
        if (one.implied()) {
            return Controls.muted(texts.get("ui.mounts.by-dockerrun"));
        }
        var button = Controls.iconButton(
                "fth-x",
                texts.get("ui.mounts.remove", one.mapping().host()),
                () -> actions.replace().accept(one.mapping(), Optional.empty()));
        button.getStyleClass().add("row-button");
        return button;
    }

    /** A row below the last one leads to the top, as the place around the rows does. */
    private void acceptDrops(TreeCell<ContainerFolder> cell) {
        DropTarget.make(
                cell,
                () -> cell.isEmpty() || cell.getItem().path().isEmpty()
                        ? "/"
                        : cell.getItem().path(),
                actions.drop());
    }
}
