package org.maxdock.ui.build;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.FileContent;

/**
 * A Dockerfile as it is being written: where it is, what is in the editor, what the file held when it was read or
 * written last, and what it holds now where somebody else changed it while it was edited here.
 */
final class DockerfileDraft {

    private final ReadOnlyObjectWrapper<BuildFolder> folder = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<FileContent> base = new SimpleObjectProperty<>(FileContent.NONE);
    private final ObjectProperty<Optional<FileContent>> theirs = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding unsaved = Bindings.createBooleanBinding(
            () -> folder.get() != null && !text.get().equals(base.get().edited()), folder, text, base);

    ReadOnlyObjectWrapper<BuildFolder> folder() {
        return folder;
    }

    /** What is in the editor. */
    StringProperty text() {
        return text;
    }

    ObjectProperty<FileContent> base() {
        return base;
    }

    /** Empty while nobody else changed the file. */
    ObjectProperty<Optional<FileContent>> theirs() {
        return theirs;
    }

    BooleanBinding unsaved() {
        return unsaved;
    }

    /** The file's content comes into the editor. */
    void take(FileContent now) {
        base.set(now);
        text.set(now.edited());
        theirs.set(Optional.empty());
    }

    /** What is in the editor are edits of this content now. */
    void editsOf(FileContent now) {
        base.set(now);
        theirs.set(Optional.empty());
    }

    /** Nothing is open. */
    void close() {
        folder.set(null);
        take(FileContent.NONE);
    }
}
