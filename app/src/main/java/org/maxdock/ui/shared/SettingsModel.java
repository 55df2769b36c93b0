package org.maxdock.ui.shared;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.InvalidValue;

/**
 * The user's settings, as the window shows them; each change is kept at once, in a file that other programs change too.
 * On the window's thread.
 */
public final class SettingsModel {

    private final Background background;
    private final SettingsFile file;
    private final ReadOnlyObjectWrapper<Settings> settings;

    public SettingsModel(Background background, SettingsFile file, Settings settings) {
        this.background = background;
        this.file = file;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    /** Makes a change here at once, and in the file of what that holds then. */
    public void change(UnaryOperator<Settings> change) {
        try {
            settings.set(change.apply(settings.get()));
        } catch (InvalidValue e) {
            background.trouble(e.trouble());
            return;
        }
        background.quietly(a -> file.change(change), settings::set, background::trouble);
    }
}
