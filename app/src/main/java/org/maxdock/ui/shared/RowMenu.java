package org.maxdock.ui.shared;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a row: what the buttons beside the rows do to it, by pressing these. */
public final class RowMenu {

    private RowMenu() {}

    /**
     * Gives it a menu that is made anew of the buttons each time that it opens.
     *
     * @param buttons what they stand on
     * @param own what there is besides
     */
    public static void give(Node rows, List<? extends Node> buttons, MenuItem... own) {
        ContextMenu menu = new ContextMenu(own);
        Runnable fill = () -> {
            List<MenuItem> all = new ArrayList<>(items(buttons));
            if (own.length > 0) {
                all.add(new SeparatorMenuItem());
            }
            all.addAll(List.of(own));
            menu.getItems().setAll(all);
        };
        menu.setOnShowing(e -> fill.run());
        rows.addEventFilter(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> fill.run()); // one without items does not open
        if (rows instanceof Control control) {
            control.setContextMenu(menu);
        } else {
            rows.setOnContextMenuRequested(e -> menu.show(rows, e.getScreenX(), e.getScreenY()));
        }
    }

    private static List<MenuItem> items(List<? extends Node> buttons) {
        return buttons.stream()
                .flatMap(place -> Buttons.below(place).stream())
                .map(RowMenu::item)
                .toList();
    }

    private static MenuItem item(ButtonBase button) {
        MenuItem item = new MenuItem(words(button));
        item.setMnemonicParsing(false);
        item.setDisable(button.isDisabled());
        item.setOnAction(e -> button.fire());
        return item;
    }

    private static String words(ButtonBase button) {
        return button.getText() == null || button.getText().isBlank() ? button.getAccessibleText() : button.getText();
    }
}
