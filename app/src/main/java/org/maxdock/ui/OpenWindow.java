package org.maxdock.ui;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.maxdock.store.Settings;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SettingsModel;

/** A window that is open, for who opened it: what can be asked of it from outside. On the window's thread. */
public record OpenWindow(
        Texts texts,
        Background background,
        ConnectionModel connection,
        ProjectModel project,
        Navigation navigation,
        SettingsModel settings,
        RememberedPlace place,
        RememberedTables tables)
        implements AutoCloseable {

    public void connect(String target) {
        connection.connect(target);
    }

    public void disconnect() {
        connection.close();
    }

    public void openProject(Path folder) {
        project.open(folder);
    }

    public void change(UnaryOperator<Settings> change) {
        settings.change(change);
    }

    public void go(String page) {
        navigation.go(page);
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Waits until what was changed is on disk; not on the window's thread. */
    @Override
    public void close() throws Trouble {
        try {
            settings.close();
            place.keep();
            tables.keep();
        } finally {
            project.close();
        }
    }
}
