package org.maxdock.ui.shared;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;

/** What else is known of a button: its key, and the command line that does the same. Who looks for it finds both. */
public final class ButtonFacts {

    private static final String KEY = "maxdock.key";
    private static final String COMMAND = "maxdock.command";

    private ButtonFacts() {}

    /** Gives it a key, which its tooltip tells after what that tells already. */
    public static <B extends ButtonBase> B key(B button, ActionKey key) {
        button.getProperties().put(KEY, key);
        Tooltip tip = button.getTooltip();
        button.setTooltip(new Tooltip(tip == null ? key.shown() : tip.getText() + "  (" + key.shown() + ")"));
        return button;
    }

    /** @param command the command line that does the same, with capitals for what is to be filled in */
    public static <B extends ButtonBase> B command(B button, String command) {
        button.getProperties().put(COMMAND, command);
        return button;
    }

    /** The key that presses it; empty for none. */
    public static Optional<ActionKey> keyOf(Node button) {
        return Optional.ofNullable((ActionKey) button.getProperties().get(KEY));
    }

    /** The command line that does the same; empty for none. */
    public static String commandOf(Node button) {
        return (String) button.getProperties().getOrDefault(COMMAND, "");
    }
}
