package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Json;
import org.maxdock.store.ProjectContents;
import org.maxdock.store.ProjectEdit;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The open project as the window shows it: copies of what its file holds, which follow the file, and one way to change
 * it. Nothing is written but by {@link #edit}. On the window's thread.
 */
public final class ProjectModel implements AutoCloseable {

    private final Background background;
    private final Json json;
    private final ReadOnlyObjectWrapper<OpenProject> project = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding open = Bindings.createBooleanBinding(() -> project.get() != null, project);
    private final ObservableList<ImageRecord> records = FXCollections.observableArrayList();
    private final ObservableList<ImageRecord> recordsWatched = FXCollections.unmodifiableObservableList(records);
    private final ObservableList<Launch> launches = FXCollections.observableArrayList();
    private final ObservableList<Launch> launchesWatched = FXCollections.unmodifiableObservableList(launches);
    private final ObservableList<String> signedBy = FXCollections.observableArrayList();
    private final ObservableList<String> signedByWatched = FXCollections.unmodifiableObservableList(signedBy);
    private final ObservableList<Mapping> plan = FXCollections.observableArrayList();
    private final ObservableList<Mapping> planWatched = FXCollections.unmodifiableObservableList(plan);
    private Path wanted;
    private Consumer<Runnable> leaving = Runnable::run;

    public ProjectModel(Background background, Json json) {
        this.background = background;
        this.json = json;
    }

    /** Null where none is open. */
    public ReadOnlyObjectProperty<OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** Null where none is open. */
    public OpenProject get() {
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

    /** Who must have signed what is started from it. Only to be watched. */
    public ObservableList<String> signedBy() {
        return signedByWatched;
    }

    /** The launches that are kept. Only to be watched. */
    public ObservableList<Launch> launches() {
        return launchesWatched;
    }

    /** The project's own mount plan. Only to be watched. */
    public ObservableList<Mapping> plan() {
        return planWatched;
    }

    /** The record of an image; empty where none was made, or no project is open. */
    public Optional<ImageRecord> record(String reference) {
        return project.get() == null
                ? Optional.empty()
                : project.get().contents().record(reference);
    }

    /** @param guard runs what it is given when the open project may be left */
    public void guard(Consumer<Runnable> guard) {
        leaving = guard;
    }

    /**
     * Opens the project in a folder, in the place of the one there is, when that may be left. One that cannot be opened
     * is told, and changes nothing.
     */
    public void open(Path folder) {
        open(folder, () -> {});
    }

    /** @param then when that one may be left */
    public void open(Path folder, Runnable then) {
        leaving.accept(() -> {
            then.run();
            read(folder);
        });
    }

    private void read(Path folder) {
        wanted = folder;
        background.quietly(
                a -> OpenProject.open(folder, json, background.window()),
                opened -> {
                    if (folder.equals(wanted)) {
                        take(opened);
                    } else {
                        leave(opened);
                    }
                },
                background::trouble);
    }

    private void take(OpenProject opened) {
        OpenProject before = project.get();
        opened.addListener(() -> follow(opened));
        set(opened.contents());
        project.set(opened);
        background.troubles().mended((Trouble trouble) -> trouble.kind() == TroubleKind.NO_PROJECT);
        if (before != null) {
            leave(before);
        }
    }

    private void follow(OpenProject changed) {
        if (changed == project.get()) {
            set(changed.contents());
            changed.trouble().ifPresent(background::trouble);
        }
    }

    private void set(ProjectContents now) {
        set(records, now.records());
        set(launches, now.launches());
        set(signedBy, now.signedBy());
        set(plan, now.mounts());
    }

    /** Who watches a list is told only where it is another one. */
    private static <T> void set(ObservableList<T> list, List<T> now) {
        if (!list.equals(now)) {
            list.setAll(now);
        }
    }

    private void leave(OpenProject left) {
        background.quietly(a -> left.close(), () -> {});
    }

    /** Changes the project; a trouble is shown to the user. Edits are made in the order in which they are asked for. */
    public void edit(ProjectEdit edit) {
        edit(edit, () -> {});
    }

    /** @param then when it is on the disk; a trouble is shown to the user */
    public void edit(ProjectEdit edit, Runnable then) {
        edit(edit, then, background::trouble);
    }

    /** @param then when it is on the disk */
    public void edit(ProjectEdit edit, Runnable then, Consumer<Trouble> failed) {
        OpenProject now = project.get();
        if (now == null) {
            failed.accept(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        var _ = now.edit(edit)
                .whenCompleteAsync(
                        (done, thrown) -> {
                            if (thrown == null) {
                                background.mended();
                                follow(now);
                                then.run();
                            } else {
                                failed.accept(trouble(thrown));
                            }
                        },
                        background.window());
    }

    private static Trouble trouble(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException ? Objects.requireNonNullElse(thrown.getCause(), thrown) : thrown;
        return cause instanceof Trouble trouble ? trouble : new Trouble(cause, TroubleKind.UNEXPECTED, cause);
    }

    /** Waits until all edits are on disk; for the end of the program. */
    @Override
    public void close() throws Trouble {
        if (project.get() != null) {
            project.get().close();
        }
    }
}
