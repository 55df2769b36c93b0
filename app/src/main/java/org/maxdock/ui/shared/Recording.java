package org.maxdock.ui.shared;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordOperations;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Writes into the open project what an image is, one at a time. On the window's thread. */
public final class Recording {

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Navigation navigation;
    private final Texts texts;
    private final RecordOperations records;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public Recording(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            Texts texts,
            RecordOperations records) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.navigation = navigation;
        this.texts = texts;
        this.records = records;
    }

    /** Whether one is being recorded. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Records an image of the engine, by its name. */
    public void record(String image) {
        if (busy.get()) {
            return;
        }
        OpenProject of = project.get();
        busy.set(true);
        connection.run(
                texts.get("ui.work.record", image),
                a -> records.record(of, image),
                done -> {
                    busy.set(false);
                    navigation.tell(texts.get("ui.build.recorded", image));
                },
                this::failed);
    }

    private void failed(Trouble trouble) {
        busy.set(false);
        background.trouble(trouble);
    }
}
