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
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private String editedFrom = "";
    private String editedName = "";
    private String kept = "";

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
            if (!changed.get()) {
                takeTheLaunchs();
            }
            compare();
        });
        edited.addListener((o, was, is) -> compare());
        derive();
    }

    /** An image without a record has no script: nothing could be verified. */
    private void derive() {
        script.set(model.launch()
                .flatMap(launch -> model.recordProperty()
                        .get()
                        .map(record -> launches.preview(launch, record, List.copyOf(model.signedBy()))))
                .orElse(""));
        compare();
    }

    private void compare() {
        changed.set(!edited.get().equals(editedFrom));
        outdated.set(editing.get() && !script.get().equals(editedFrom));
    }

    /** Gives up what the user made of it, for what the draft becomes. */
    public void takeTheLaunchs() {
        editedFrom = script.get();
        editedName = model.draft().values().text(DraftField.NAME);
        edited.set(script.get());
        compare();
    }

    /** What the draft becomes; empty while it is no launch, or its image is not recorded. */
    public ReadOnlyStringProperty scriptProperty() {
        return script.getReadOnlyProperty();
    }

    /**
     * Whether the user edits it, which ends when another kind is picked. What was edited does not count from then on,
     * but is there again when they go on.
     */
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

    /** Whether the user has made something else of it, also while it is not edited. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What the user made of it, where that is something else, and counts. */
    public Optional<String> edited() {
        return editing.get() && changed.get() ? Optional.of(edited.get()) : Optional.empty();
    }

    /** It is in a file. */
    void kept(String text) {
        kept = text;
    }

    /** The name of the launch whose script the user has made something else of that no file has. */
    Optional<String> unsavedOf() {
        return changed.get() && !edited.get().equals(kept) ? Optional.of(editedName) : Optional.empty();
    }

    /** What would be started. */
    public String now() {
        return editing.get() ? edited.get() : script.get();
    }
}
