package org.maxdock.ui.shell;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.maxdock.ui.shared.Buttons;
import org.maxdock.ui.shared.Reachable;

/** What of a window Ctrl+K finds. On the window's thread. */
public final class Findable {

    private Findable() {}

    /** All that it finds. */
    public static List<Reachable> all(Scene scene) {
        return ((MainWindow) scene.getRoot()).everything();
    }

    /** The words of those buttons of the page in view, and of their menus, that it does not find. */
    public static Set<String> missing(Scene scene) {
        MainWindow window = (MainWindow) scene.getRoot();
        Set<String> found = window.everything().stream().map(Reachable::title).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (ButtonBase button : Buttons.below(window.current().view())) {
            if (button instanceof MenuButton menu) {
                menu.getItems().stream()
                        .map(MenuItem::getText)
                        .filter(text -> text != null && found.stream().noneMatch(f -> f.contains(text)))
                        .forEach(missing::add);
            } else if (found.stream().noneMatch(f -> f.equals(words(button)) || f.endsWith(": " + words(button)))) {
                missing.add(String.valueOf(words(button)));
            }
        }
        return missing;
    }

    /** The words of the one button of the page in view that Enter presses; empty for none. */
    public static String strongest(Scene scene) {
        return Buttons.strongest(((MainWindow) scene.getRoot()).current().view())
                .map(Findable::words)
                .orElse("");
    }

    private static String words(ButtonBase button) {
        return button.getText() == null || button.getText().isBlank() ? button.getAccessibleText() : button.getText();
    }
}
