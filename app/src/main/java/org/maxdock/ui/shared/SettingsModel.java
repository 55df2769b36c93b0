package org.maxdock.ui.shared;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<UnaryOperator<Settings>> unwritten = new ArrayDeque<>();
    private boolean writing;
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

    /** Makes a change here at once, and in the file, in the order of the changes, of what that holds then. */
    public void change(UnaryOperator<Settings> change) {
        try {
            settings.set(change.apply(settings.get()));
        } catch (InvalidValue e) {
            background.trouble(e.trouble());
            return;
        }
        unwritten.add(change);
        write();
    }

    private void write() {
        if (writing || unwritten.isEmpty()) {
            return;
        }
        writing = true;
        UnaryOperator<Settings> next = unwritten.removeFirst();
        background.quietly(
                a -> file.change(next),
                kept -> {
                    settings.set(withUnwritten(kept));
                    written();
                },
                trouble -> {
                    background.trouble(trouble);
                    written();
                });
    }

    private void written() {
        writing = false;
        write();
    }

    private Settings withUnwritten(Settings kept) {
        Settings now = kept;
        for (UnaryOperator<Settings> change : unwritten) {
            now = change.apply(now);
        }
        return now;
    }
}
