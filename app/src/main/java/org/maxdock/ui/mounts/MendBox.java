package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mend;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Why a mapping would fail, or what to know of it, and the mend, one click away. */
final class MendBox {

    private final Mends model;
    private final Texts texts;
    private final Label title = Controls.wrapped("");
    private final Label reason = Controls.wrapped("");
    private final Label mendText = Controls.wrapped("");
    private final Button apply;
    private final Button create;
    private final MenuButton others = new MenuButton();
    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final HBox view;
    private List<Mend> offered = List.of();

    MendBox(Mends model, Texts texts) {
        this.model = model;
        this.texts = texts;
        title.getStyleClass().add("trouble-what");
        apply = Controls.go(texts.get("ui.mounts.apply"), "fth-check", this::apply);
        create = Controls.go(texts.get("ui.mounts.create"), "fth-folder-plus", this::create);
        create.setId("create-folder");
        others.setText(texts.get("ui.mounts.other-ways"));
        others.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(4, title, reason, mendText);
        HBox.setHgrow(words, Priority.ALWAYS);
        view = new HBox(12, icon, words, others, create, apply);
        view.getStyleClass().add("mend-box");
        model.shownProperty().addListener((o, was, is) -> show(is));
        show(model.shownProperty().get());
    }

    Node view() {
        return view;
    }

    private void apply() {
        model.shownProperty()
                .get()
                .ifPresent(one -> one.verdict().suggestion().ifPresent(mend -> model.apply(one, mend)));
    }

    private void create() {
        model.shownProperty().get().filter(Mends::canCreate).ifPresent(model::create);
    }

    private void apply(Mend way) {
        model.shownProperty().get().ifPresent(one -> model.apply(one, way));
    }

    private void show(Optional<CheckedMapping> shown) {
        visible(view, shown.isPresent());
        shown.ifPresent(this::show);
    }

    private void show(CheckedMapping one) {
        Mends.Weight weight = Mends.weight(one);
        view.getStyleClass().removeAll("mend-box-note", "mend-box-info");
        switch (weight) {
            case FAILS -> {}
            case WARNS -> view.getStyleClass().add("mend-box-note");
            case TELLS -> view.getStyleClass().add("mend-box-info");
        }
        icon.setIconLiteral(weight == Mends.Weight.TELLS ? "fth-info" : "fth-alert-triangle");
        title.setText(model.title(one));
        reason.setText(model.reasons(one));
        visible(title, !reason.getText().contains(one.mapping().host())); // else it names the folder itself
        mendText.setText(model.mend(one));
        visible(mendText, !mendText.getText().isEmpty());
        visible(apply, one.verdict().suggestion().isPresent());
        visible(create, Mends.canCreate(one));
        create.setTooltip(new Tooltip(Mends.creating(one)));
        offer(one.verdict().ways().stream().skip(1).toList());
    }

    /** What is offered already stays: the menu may be open, and the pointer over it, when the next answer comes. */
    private void offer(List<Mend> ways) {
        visible(others, !ways.isEmpty());
        if (!ways.equals(offered)) {
            offered = ways;
            others.getItems().setAll(ways.stream().map(this::other).toList());
        }
    }

    private MenuItem other(Mend way) {
        MenuItem item = new MenuItem(texts.get("ui.mounts.way-same", way.host(), way.path()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> apply(way));
        return item;
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
