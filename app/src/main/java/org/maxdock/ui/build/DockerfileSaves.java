package org.maxdock.ui.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.EditedFile;
import org.maxdock.operation.FileContent;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;

/**
 * The one way by which a Dockerfile is written, and by which it is left: whatever is pressed, what somebody wrote, here
 * or elsewhere, is given up only where the user says so.
 */
public final class DockerfileSaves {

    /** What is in the file after saving. */
    enum Saved {
        /** What is in the editor. */
        WRITTEN,
        /** What somebody else wrote, and nothing had been edited here: it is in the editor now. */
        FOLLOWED,
        /** What somebody else wrote, in the place of what was in the editor: so the user chose. */
        THEIRS
    }

    /** A save that was asked for while another one was on its way. */
    private record Queued(BuildFolder folder, Consumer<Saved> then) {}

    private final Background background;
    private final BuildFolderFiles files;
    private final DockerfileDraft draft;
    private final EditQuestions questions;
    private final BiConsumer<String, Object> tell;
    private final Consumer<Runnable> keep;
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final List<Queued> queued = new ArrayList<>();

    /**
     * @param tell news: a key and what it is about
     * @param keep keeps or forgets the draft as it is, then runs something
     */
    DockerfileSaves(
            Background background,
            BuildFolderFiles files,
            DockerfileDraft draft,
            EditQuestions questions,
            BiConsumer<String, Object> tell,
            Consumer<Runnable> keep) {
        this.background = background;
        this.files = files;
        this.draft = draft;
        this.questions = questions;
        this.tell = tell;
        this.keep = keep;
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    public void save() {
        save(saved -> {});
    }

    /** Saves, where the file is still what it was; else asks. */
    void save(Consumer<Saved> then) {
        BuildFolder folder = draft.folder().get();
        if (folder == null) {
            return;
        }
        if (saving.get()) {
            queued.add(new Queued(folder, then));
            return;
        }
        String mine = draft.text().get();
        FileContent base = draft.base().get();
        saving.set(true);
        background.quietly(
                a -> files.file(folder, DockerfileModel.NAME).write(mine, base),
                outcome -> {
                    saving.set(false);
                    if (folder == draft.folder().get()) {
                        saved(outcome, then);
                    }
                    again();
                },
                trouble -> failed(folder, trouble));
    }

    private void failed(BuildFolder folder, Trouble trouble) {
        saving.set(false);
        queued.removeIf(q -> q.folder() == folder); // what could not be written once is not tried for each of them
        background.trouble(trouble);
        again();
    }

    /** What was asked for while it was being saved, of the folder that is open now: another one may be by now. */
    private void again() {
        if (saving.get()) {
            return;
        }
        List<Consumer<Saved>> then = queued.stream()
                .filter(q -> q.folder() == draft.folder().get())
                .map(Queued::then)
                .toList();
        queued.clear();
        if (!then.isEmpty()) {
            save(saved -> then.forEach(t -> t.accept(saved)));
        }
    }

    private void saved(EditedFile.Outcome outcome, Consumer<Saved> then) {
        switch (outcome) {
            case EditedFile.Outcome.Written written -> {
                draft.editsOf(written.now());
                then.accept(Saved.WRITTEN);
            }
            case EditedFile.Outcome.Changed changed when draft.unsaved().get() -> resolve(changed.now(), then);
            case EditedFile.Outcome.Changed changed -> {
                draft.take(changed.now());
                tell.accept("ui.build.followed", "");
                then.accept(Saved.FOLLOWED);
            }
        }
    }

    /** Shows what differs, and has the user choose. */
    public void compare() {
        draft.theirs().get().ifPresent(now -> resolve(now, saved -> {}));
    }

    /**
     * While a question stands, another folder may come into the editor: what was said of the one is not for the other.
     */
    private void resolve(FileContent now, Consumer<Saved> then) {
        draft.theirs().set(Optional.of(now));
        String mine = draft.text().get();
        BuildFolder folder = draft.folder().get();
        Optional<EditQuestions.Conflict> choice =
                questions.conflict(folder + "/" + DockerfileModel.NAME, LineDifference.of(now.edited(), mine));
        if (choice.isEmpty() || folder != draft.folder().get()) {
            return;
        }
        switch (choice.get()) {
            case THEIRS -> {
                draft.take(now);
                then.accept(Saved.THEIRS);
            }
            case MINE -> {
                draft.editsOf(now);
                save(then);
            }
            case BOTH -> keepBoth(now, mine, then);
        }
    }

    private void keepBoth(FileContent now, String mine, Consumer<Saved> then) {
        BuildFolder folder = draft.folder().get();
        FileContent beside = draft.base().get().with(mine);
        background.quietly(
                a -> files.writeBeside(folder, DockerfileModel.NAME + ".mine", beside),
                name -> {
                    tell.accept("ui.build.beside", name);
                    if (folder == draft.folder().get()
                            && mine.equals(draft.text().get())) {
                        draft.take(now);
                        then.accept(Saved.THEIRS);
                    }
                },
                background::trouble);
    }

    /** Goes on when nothing is left in the editor that the file has not; asks, where there is something. */
    public void leave(Runnable go) {
        if (!draft.unsaved().get()) {
            go.run();
            return;
        }
        BuildFolder folder = draft.folder().get();
        Optional<EditQuestions.Unsaved> choice = questions.unsaved(folder + "/" + DockerfileModel.NAME);
        if (choice.isEmpty() || folder != draft.folder().get()) {
            return;
        }
        switch (choice.get()) {
            case SAVE -> save(saved -> keep.accept(() -> leave(go))); // more may have been typed meanwhile
            case DISCARD -> {
                draft.take(draft.theirs().get().orElse(draft.base().get()));
                keep.accept(go);
            }
        }
    }
}
