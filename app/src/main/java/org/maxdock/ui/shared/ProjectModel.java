package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;

/**
 * The open project as the window shows it: copies of what its file holds, which follow the file, and one way to change
 * it. Nothing is written but by {@link #edit}. On the window's thread.
 */
public final class ProjectModel {

    /** A change of the project's file. */
    public interface Edit {
        void make(Project project) throws Trouble;
    }

    private record Contents(List<ImageRecord> records, List<Launch> launches, List<Mapping> plan) {}

    private final Background background;
    private final ReadOnlyObjectWrapper<Project> project = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding open = Bindings.createBooleanBinding(() -> project.get() != null, project);
    private final ObservableList<ImageRecord> records = FXCollections.observableArrayList();
    private final ObservableList<ImageRecord> recordsWatched = FXCollections.unmodifiableObservableList(records);
    private final ObservableList<Launch> launches = FXCollections.observableArrayList();
    private final ObservableList<Launch> launchesWatched = FXCollections.unmodifiableObservableList(launches);
    private final ObservableList<Mapping> plan = FXCollections.observableArrayList();
    private final ObservableList<Mapping> planWatched = FXCollections.unmodifiableObservableList(plan);
    private final Question<Project> reading;

    public ProjectModel(Background background) {
        this.background = background;
        this.reading = new Question<>(background, project::get);
    }

    /** Null where none is open. */
    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public Project get() {
        return project.get();
    }

    /** Whether one is open. */
    public BooleanBinding open() {
        return open;
    }

    /** What was recorded. Only to be watched. */
    public ObservableList<ImageRecord> records() {
        return recordsWatched;
    }

    /** The launches that are kept. Only to be watched. */
    public ObservableList<Launch> launches() {
        return launchesWatched;
    }

    /** The project's own mount plan. Only to be watched. */
    public ObservableList<Mapping> plan() {
        return planWatched;
    }

    /** Opens the project in a folder, in the place of the one there is. */
    public void open(Path folder) {
        project.set(new Project(folder, new Json()));
        read();
    }

    /** Reads the file again. */
    public void read() {
        if (project.get() == null) {
            return;
        }
        reading.ask((now, a) -> new Contents(now.records(), now.launches(), now.mounts()), found -> {
            set(records, found.records());
            set(launches, found.launches());
            set(plan, found.plan());
        });
    }

    /** Who watches a list is told only where it is another one. */
    private static <T> void set(ObservableList<T> list, List<T> now) {
        if (!list.equals(now)) {
            list.setAll(now);
        }
    }

    /** Changes the project; a trouble is shown to the user. Edits are made in the order in which they are asked for. */
    public void edit(Edit edit) {
        edit(edit, () -> {}, background::trouble);
    }

    /** @param then when it is on the disk */
    public void edit(Edit edit, Runnable then, Consumer<Trouble> failed) {
        Project now = project.get();
        if (now == null) {
            failed.accept(new Trouble(org.maxdock.text.TroubleKind.NO_PROJECT));
            return;
        }
        background.quietly(
                a -> {
                    synchronized (now) {
                        edit.make(now);
                    }
                    return now;
                },
                made -> {
                    read();
                    then.run();
                },
                failed);
    }
}
