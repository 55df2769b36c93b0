package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.maxdock.mount.PlanDifference;
import org.maxdock.store.KeptPlan;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** The menu of the plans that are kept by name. */
final class PlanMenu {

    private final NamedPlans model;
    private final Dialogs dialogs;
    private final Texts texts;
    private final MenuButton button = new MenuButton();

    PlanMenu(NamedPlans model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
        button.setId("plan-menu");
        button.setMnemonicParsing(false);
        button.setMinWidth(80);
        model.nameProperty().addListener((o, was, is) -> name(is));
        model.keptProperty().addListener((o, was, is) -> fill(is));
        name(model.nameProperty().get());
        fill(model.keptProperty().get());
    }

    Node view() {
        return button;
    }

    private void name(String name) {
        button.setText(name.isEmpty() ? texts.get("ui.plan.unnamed") : texts.get("ui.plan.named", name));
    }

    private void fill(List<KeptPlan> plans) {
        List<MenuItem> items = new ArrayList<>();
        plans.forEach(kept -> items.add(item(model.called(kept), () -> model.take(kept))));
        if (!plans.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(texts.get("ui.plan.keep"), () -> model.keep(false)));
        items.add(item(texts.get("ui.plan.keep-everywhere"), () -> model.keep(true)));
        if (!plans.isEmpty()) {
            items.add(submenu("ui.plan.compare", plans, this::compare));
            items.add(submenu("ui.plan.forget", plans, model::forget));
        }
        button.getItems().setAll(items);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private Menu submenu(String key, List<KeptPlan> plans, Consumer<KeptPlan> action) {
        Menu menu = new Menu(texts.get(key));
        plans.forEach(kept -> menu.getItems().add(item(model.called(kept), () -> action.accept(kept))));
        return menu;
    }

    private void compare(KeptPlan other) {
        PlanDifference difference = model.compare(other);
        VBox lines = new VBox(
                6,
                Controls.muted(texts.get(
                        difference.changes().isEmpty() ? "ui.plan.no-difference" : "ui.plan.difference",
                        model.called(other))));
        difference.changes().forEach(change -> lines.getChildren().add(line(change)));
        dialogs.show(texts.get("ui.plan.compare"), lines);
    }

    private static Label line(PlanDifference.MappingChange change) {
        Label label = new Label(Printable.line(change.line()));
        String kind = switch (change.sign()) {
            case "+" -> "more";
            case "-" -> "less";
            default -> "changed";
        };
        label.getStyleClass().addAll("mono", "difference-" + kind);
        return label;
    }
}
