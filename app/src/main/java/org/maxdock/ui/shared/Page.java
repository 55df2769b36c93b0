package org.maxdock.ui.shared;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.maxdock.engine.EngineEvent;

/** A page of the window. */
public interface Page {

    /** For programs; the bundle has its title under {@code ui.page.ID}. */
    String id();

    /** A literal of the icon font. */
    String icon();

    Node view();

    /** Called each time the page comes into view. */
    default void shown() {}

    /** What stands on it and can be found by its name: images, jobs, say. What it is gone to by, when it is in view. */
    default List<Reachable> reachable() {
        return List.of();
    }

    /** How much there is on it that goes on by itself, which is good to know on other pages too. */
    default Optional<Going> going() {
        return Optional.empty();
    }

    /**
     * What goes on.
     *
     * @param text what is counted, with the count as {0}: a key of the bundle
     */
    record Going(ObservableIntegerValue count, String text) {}

    /** Those whose columns and order are the user's, by their ids. */
    default List<TableView<?>> tables() {
        return List.of();
    }

    /** Called when somebody has changed what the engine has, while the page is in view. */
    default void changed(EngineEvent.Listed list) {}
}
