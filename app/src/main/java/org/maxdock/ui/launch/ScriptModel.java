package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maxdock.operation.LaunchOperations;

/**
 * The script that the draft becomes, and what its user makes of it by hand. The script follows the draft at once; an
 * edited one is the user's, and it is told when the draft has changed since. On the window's thread.
 */
public final class ScriptModel {

    private final DraftModel model;
    private final LaunchOperations launches;
    private final ReadOnlyStringWrapper script = new ReadOnlyStringWrapper("");
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final StringProperty edited = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private String editedFrom = "";

    /** @param looked changes when it was looked at what could fail, and so who has signed */
    public ScriptModel(DraftModel model, LaunchOperations launches, ObservableValue<?> looked) {
        this.model = model;
        this.launches = launches;
        model.draftedProperty().addListener((o, was, is) -> derive());
        model.recordProperty().addListener((o, was, is) -> derive());
        model.signedBy().addListener((InvalidationListener) o -> derive());
        looked.addListener((o, was, is) -> derive());
        model.draft().kindProperty().addListener((o, was, is) -> editing.set(false));
        editing.addListener((o, was, is) -> {
            editedFrom = script.get();
            edited.set(script.get());
            outdated.set(false);
        });
        derive();
    }

    /** An image without a record has no script: nothing could be verified. */
    private void derive() {
        script.set(model.launch()
                .flatMap(launch -> model.recordProperty()
                        .get()
                        .map(record -> launches.preview(launch, record, List.copyOf(model.signedBy()))))
                .orElse(""));
        outdated.set(editing.get() && !script.get().equals(editedFrom));
    }

    /** What the draft becomes; empty while it is no launch, or its image is not recorded. */
    public ReadOnlyStringProperty scriptProperty() {
        return script.getReadOnlyProperty();
    }

    /** Whether the user edits it. What was edited is given up when that ends, and when another kind is picked. */
    public BooleanProperty editingProperty() {
        return editing;
    }

    /** What the user makes of it, while it is edited. */
    public StringProperty editedProperty() {
        return edited;
    }

    /** Whether the draft has changed since it was edited. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** What the user made of it, where that is something else. */
    public Optional<String> edited() {
        return editing.get() && !edited.get().equals(editedFrom) ? Optional.of(edited.get()) : Optional.empty();
    }

    /** What would be started. */
    public String now() {
        return editing.get() ? edited.get() : script.get();
    }
}
