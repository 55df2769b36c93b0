package org.maxdock.ui.terminals;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.OpenApplication;
import org.maxdock.ui.shared.Background;

/** The way to the application that the launch of a terminal serves; it ends with the terminal. */
final class TabApplication {

    private final Background background;
    private final ReadOnlyObjectWrapper<OpenApplication> open = new ReadOnlyObjectWrapper<>();

    TabApplication(Background background) {
        this.background = background;
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<OpenApplication> property() {
        return open.getReadOnlyProperty();
    }

    /** Shows one in the place of the one before. */
    void show(OpenApplication opened) {
        close();
        open.set(opened);
    }

    void close() {
        OpenApplication before = open.get();
        open.set(null);
        if (before != null) {
            background.quietly(a -> before.close(), () -> {});
        }
    }
}
