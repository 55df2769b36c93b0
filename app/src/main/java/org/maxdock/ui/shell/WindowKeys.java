package org.maxdock.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Buttons;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;

/** The keys that press the pages' buttons, and Enter, which presses the one that leads on. */
final class WindowKeys {

    private final Navigation navigation;
    private final List<Page> pages;
    private final Supplier<Page> current;
    private final FinderModel finder;

    /** @param current the page in view */
    WindowKeys(Navigation navigation, List<Page> pages, Supplier<Page> current, FinderModel finder) {
        this.navigation = navigation;
        this.pages = pages;
        this.current = current;
        this.finder = finder;
    }

    void add(Scene scene) {
        for (ActionKey key : ActionKey.values()) {
            scene.getAccelerators().put(key.combination(), () -> {
                if (key.isInTerminals() || !(scene.getFocusOwner() instanceof Canvas)) {
                    press(key);
                }
            });
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ENTER), () -> enter(scene.getFocusOwner()));
    }

    private void press(ActionKey key) {
        finder.close();
        Optional<ButtonBase> here = button(current.get(), key);
        if (key == ActionKey.REFRESH) {
            current.get().shown();
        } else if (here.isPresent()) {
            here.get().fire();
        } else {
            pages.stream()
                    .filter(page -> button(page, key).isPresent())
                    .findFirst()
                    .ifPresent(page -> {
                        navigation.go(page.id());
                        if (key.isEverywhere()) {
                            Platform.runLater(() -> button(page, key).ifPresent(ButtonBase::fire));
                        }
                    });
        }
    }

    private static Optional<ButtonBase> button(Page page, ActionKey key) {
        return Buttons.below(page.view()).stream()
                .filter(b -> ButtonFacts.keyOf(b).filter(key::equals).isPresent())
                .findFirst();
    }

    /** On a button it presses that one: what is focused is what is meant. */
    private void enter(Node focused) {
        if (focused instanceof ButtonBase button) {
            button.fire();
        } else if (!(focused instanceof Canvas)) {
            Buttons.strongest(current.get().view()).ifPresent(ButtonBase::fire);
        }
    }
}
