package org.maxdock.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.maxdock.text.Printable;

/** What all windows show in their labels, buttons, cells, tips and menus; fields to type in aside. */
final class ShownTexts {

    private ShownTexts() {}

    /** All of them; on the window's thread. */
    static List<String> all() {
        return shown().distinct().toList();
    }

    private static Stream<String> shown() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .map(Scene::getRoot)
                .flatMap(ShownTexts::below)
                .filter(Control.class::isInstance)
                .map(Control.class::cast)
                .flatMap(ShownTexts::of);
    }

    /** Those that turn round what stands beside them, or of which something cannot be seen; on the window's thread. */
    static List<String> deceiving() {
        return shown().filter(Printable::hides).distinct().map(Printable::text).toList();
    }

    private static Stream<Node> below(Parent root) {
        Set<Node> all = root.lookupAll("*");
        return all.stream();
    }

    private static Stream<String> of(Control control) {
        String own = control instanceof Labeled labeled ? labeled.getText() : null;
        Tooltip tip = control.getTooltip();
        ContextMenu menu = control.getContextMenu();
        return Stream.of(
                        Stream.ofNullable(own),
                        Stream.ofNullable(tip == null ? null : tip.getText()),
                        menu == null
                                ? Stream.<String>empty()
                                : menu.getItems().stream().flatMap(ShownTexts::of),
                        control instanceof MenuButton button
                                ? button.getItems().stream().flatMap(ShownTexts::of)
                                : Stream.<String>empty())
                .flatMap(texts -> texts);
    }

    private static Stream<String> of(MenuItem item) {
        Stream<String> below =
                item instanceof Menu menu ? menu.getItems().stream().flatMap(ShownTexts::of) : Stream.empty();
        return Stream.concat(Stream.ofNullable(item.getText()), below);
    }
}
