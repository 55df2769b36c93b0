package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/**
 * The mappings, each as a line from the host's folder to the container's; a line that would fail is drawn broken.
 * Folders can be dropped here. With the keyboard: Tab goes from one to the next, Delete removes one.
 */
final class MappingLanes {

    private final Texts texts;
    private final VBox lanes = new VBox();
    private final StackPane view;
    private final Node empty;
    private final BiConsumer<Mapping, Optional<Mapping>> replaced;
    private final Consumer<CheckedMapping> selected;

    /**
     * @param replaced called with a mapping and what takes its place: nothing when it is removed
     * @param dropped called with the host path of a folder that was dropped
     * @param begin leads to where a mapping is typed
     */
    MappingLanes(
            Texts texts,
            BiConsumer<Mapping, Optional<Mapping>> replaced,
            Consumer<CheckedMapping> selected,
            Consumer<String> dropped,
            Runnable begin) {
        this.texts = texts;
        this.replaced = replaced;
        this.selected = selected;
        this.empty = PlanView.empty(texts, begin);
        ScrollPane scroll = new ScrollPane(lanes);
        scroll.setFitToWidth(true);
        view = new StackPane(scroll, empty);
        view.setAccessibleText(texts.get("ui.mounts.mappings"));
        VBox.setVgrow(view, Priority.ALWAYS);
        DropTarget.make(view, () -> "/", (path, folder) -> dropped.accept(path));
    }

    Node view() {
        return view;
    }

    void show(boolean nothing, List<CheckedMapping> checked) {
        empty.setVisible(nothing && checked.isEmpty());
        lanes.getChildren().setAll(checked.stream().map(this::lane).toList());
    }

    private Node lane(CheckedMapping row) {
        Mapping mapping = row.mapping();
        String kind = kind(row.verdict());
        Label host = end(mapping.host(), "lane-host");
        Label container = end(mapping.container(), "lane-container");
        Button access = Controls.button(
                texts.get(mapping.readOnly() ? "ui.mounts.ro" : "ui.mounts.rw"),
                null,
                () -> replaced.accept(mapping, Optional.of(MappingLines.otherAccess(mapping))));
        access.setTooltip(new Tooltip(texts.get("ui.mounts.access-change")));
        access.getStyleClass().add("lane-access");
        Label badge = Controls.badge(texts.get(word(row.verdict())), kind);
        Button remove = Controls.iconButton(
                "fth-trash-2",
                texts.get("ui.mounts.remove", mapping.host()),
                () -> replaced.accept(mapping, Optional.empty()));
        access.setDisable(row.implied());
        remove.setVisible(!row.implied());
        HBox lane = new HBox(host, line(kind), access, line(kind), container, badge, remove);
        HBox.setMargin(badge, new javafx.geometry.Insets(0, 4, 0, 10));
        lane.getStyleClass().add("lane");
        lane.setFocusTraversable(true);
        lane.setAccessibleText(mapping.volume() + ", " + badge.getText());
        lane.setOnMouseClicked(e -> lane.requestFocus());
        lane.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                selected.accept(row);
            }
        });
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(new MappingMenu(replaced, texts).of(row));
        lane.setOnContextMenuRequested(e -> menu.show(lane, e.getScreenX(), e.getScreenY()));
        lane.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                replaced.accept(mapping, Optional.empty());
            }
        });
        return lane;
    }

    private static Label end(String path, String style) {
        Label label = new Label(Printable.line(path));
        label.getStyleClass().addAll("mono", "lane-end", style);
        label.setTooltip(new Tooltip(Printable.line(path)));
        HBox.setHgrow(label, Priority.SOMETIMES);
        return label;
    }

    private static Region line(String kind) {
        Region line = new Region();
        line.getStyleClass().addAll("lane-line", "lane-line-" + kind);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    /** The key of a verdict's word. */
    static String word(MountVerdict verdict) {
        return verdict instanceof MountVerdict.Ok ok && ok.warns()
                ? "ui.mount-verdict.ok-note"
                : "ui.mount-verdict." + verdict.word();
    }

    /** How a verdict is coloured: ok, warn or bad. */
    static String kind(MountVerdict verdict) {
        return switch (verdict) {
            case MountVerdict.Ok ok -> ok.warns() ? "warn" : "ok";
            case MountVerdict.RootSquash squashed -> "bad";
            case MountVerdict.Missing missing -> "bad";
            case MountVerdict.Denied denied -> "bad";
            case MountVerdict.Conflict conflict -> "bad";
            case MountVerdict.Invalid invalid -> "bad";
        };
    }
}
