package org.maxdock.ui.shared;

import javafx.scene.Node;

/** A page of the window. */
public interface Page {

    /** For programs; the bundle has its title under {@code ui.page.ID}. */
    String id();

    /** A literal of the icon font. */
    String icon();

    Node view();

    /** Called each time the page comes into view. */
    default void shown() {
    }
}
