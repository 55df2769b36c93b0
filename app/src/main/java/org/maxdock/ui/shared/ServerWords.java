package org.maxdock.ui.shared;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a server says while the user is being let in: where to confirm it, say. It goes with the login. */
public final class ServerWords {

    /** Of more the last count: the page below is to be seen, too. */
    private static final int MOST_LINES = 12;

    private final Executor window;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /** @param window runs what is given to it on the window's thread */
    public ServerWords(Executor window) {
        this.window = window;
    }

    /** Empty where nothing is said; on the window's thread. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Another sentence. From any thread. */
    void say(String sentence) {
        window.execute(() -> {
            List<String> lines = (text.get() + "\n" + sentence).strip().lines().toList();
            text.set(String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())));
        });
    }

    /** The login has ended. From any thread. */
    void settle() {
        window.execute(() -> text.set(""));
    }
}
