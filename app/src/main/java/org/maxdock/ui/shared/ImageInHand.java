package org.maxdock.ui.shared;

import java.util.Comparator;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maxdock.image.identity.ImageRecord;

/**
 * The image that the user works on, by its name, the same on every page: the one that was chosen last, on whichever
 * page, and before any was the one that the project recorded last. On the window's thread.
 */
public final class ImageInHand {

    private final ProjectModel project;
    private final ReadOnlyStringWrapper reference = new ReadOnlyStringWrapper("");
    private String chosen = "";

    public ImageInHand(ProjectModel project) {
        this.project = project;
        project.projectProperty().addListener((o, was, is) -> take(""));
        project.records().addListener((InvalidationListener) o -> derive());
        derive();
    }

    private void derive() {
        reference.set(chosen.isEmpty() ? recordedLast() : chosen);
    }

    private String recordedLast() {
        return project.records().stream()
                .max(Comparator.comparing(ImageRecord::recordedAt))
                .map(r -> r.reference().toString())
                .orElse("");
    }

    /** Empty for none. */
    public ReadOnlyStringProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    public String get() {
        return reference.get();
    }

    /** Whether somebody chose it, in this project. */
    public boolean isChosen() {
        return !chosen.isEmpty();
    }

    /** @param image empty for none in particular */
    public void take(String image) {
        chosen = image;
        derive();
    }
}
