package org.maxdock.ui.terminals;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.text.Font;
import org.maxdock.store.Settings;
import org.maxdock.ui.shared.SettingsModel;

/**
 * The font of all terminals, as the user's settings have it; what is set in one is so in all. On the window's thread.
 */
public final class TerminalFont {

    private static final String OF_ONE_WIDTH = "Monospaced";

    private final SettingsModel settings;
    private final ObjectBinding<Font> font;

    public TerminalFont(SettingsModel settings) {
        this.settings = settings;
        this.font = Bindings.createObjectBinding(this::asSet, settings.settingsProperty());
    }

    private Font asSet() {
        Settings now = settings.get();
        Font chosen = Font.font(now.terminalFont().isEmpty() ? OF_ONE_WIDTH : now.terminalFont(), now.terminalSize());
        boolean isThere = chosen.getFamily().equalsIgnoreCase(now.terminalFont());
        return isThere ? chosen : Font.font(OF_ONE_WIDTH, now.terminalSize()); // it may be one of another machine
    }

    ObjectBinding<Font> font() {
        return font;
    }

    void larger() {
        settings.change(s -> s.withTerminalSize(s.terminalSize() + 1));
    }

    void smaller() {
        settings.change(s -> s.withTerminalSize(s.terminalSize() - 1));
    }

    void usual() {
        settings.change(s -> s.withTerminalSize(Settings.USUAL_SIZE));
    }
}
