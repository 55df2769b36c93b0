package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;

/** The user's settings, as the window shows them; each change is kept at once. On the window's thread. */
public final class SettingsModel {

    private final Background background;
    private final Path file;
    private final ReadOnlyObjectWrapper<Settings> settings;

    public SettingsModel(Background background, Path file, Settings settings) {
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

    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        settings.set(changed);
        background.quietly(a -> changed.write(file, new Json()), () -> {});
    }
}
