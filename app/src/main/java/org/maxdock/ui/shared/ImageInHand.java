package org.maxdock.ui.shared;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The image of the project that the user works on, by its name, whichever page it is worked on. On the window's thread.
 */
public final class ImageInHand {

    private final ReadOnlyStringWrapper reference = new ReadOnlyStringWrapper("");

    public ImageInHand(ProjectModel project) {
        project.projectProperty().addListener((o, was, is) -> reference.set(""));
    }

    /** Empty for none. */
    public ReadOnlyStringProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    public String get() {
        return reference.get();
    }

    public void take(String image) {
        reference.set(image);
    }
}
