package org.maxdock.operation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.maxdock.store.EditableProject;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.store.ProjectContents;
import org.maxdock.store.ProjectEdit;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The open project: its contents in memory, read from its file, and told when the file changes, whoever changed it.
 * Edits are made by one writer, in their order, each of what the file holds when its turn comes. Opening, looking and
 * closing write nothing. All methods may be called from any thread; those that wait say so.
 */
public final class OpenProject implements EditableProject, AutoCloseable {

    /** How often the file is looked at where its file system tells nothing, as NFS does. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Of one name. */
    private static final int MOST_SCRIPTS = 100;

    private static final Duration CLOSING = Duration.ofSeconds(20);

    /** What is known of the file: the contents that were read last, and why it cannot be read now, if so. */
    private record Known(ProjectContents contents, Optional<Trouble> trouble) {}

    private final Project file;
    private final Executor listening;
    private final EditQueue writer = new EditQueue();
    private final ProjectWatch watch;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Known known;

    private OpenProject(Project file, Executor listening, Duration look) throws Trouble {
        this.file = file;
        this.listening = listening;
        this.watch = new ProjectWatch(file, look, () -> writer.submit(this::look));
        this.known = new Known(file.contents(), Optional.empty());
        this.watch.start();
    }

    /**
     * Opens a project; reads its file.
     *
     * @param listening where listeners are called: the window's thread, say
     * @throws Trouble where the folder is not there, or the file is no project
     */
    public static OpenProject open(Path folder, Json json, Executor listening) throws Trouble {
        return open(folder, json, listening, LOOK);
    }

    /** The same, looking at the file that often. */
    public static OpenProject open(Path folder, Json json, Executor listening, Duration look) throws Trouble {
        return new OpenProject(new Project(folder, json), listening, look);
    }

    @Override
    public Path folder() {
        return file.folder();
    }

    /** What the file held when it could last be read; never waits. */
    @Override
    public ProjectContents contents() {
        return known.contents();
    }

    /** Why the file cannot be read now; empty where the contents are what it holds. */
    public Optional<Trouble> trouble() {
        return known.trouble();
    }

    /** Calls somebody whenever contents or trouble are other ones than before; several changes may be one call. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Has an edit made after all those before it; returns at once.
     *
     * @return done when the edit is on disk, with what the file holds then; or with the {@link Trouble} for which it
     *     was not made, the contents then being what is on disk. What depends on it must not wait: it is called by the
     *     writer
     */
    public CompletableFuture<ProjectContents> edit(ProjectEdit edit) {
        CompletableFuture<ProjectContents> done = new CompletableFuture<>();
        boolean taken = writer.submit(() -> {
            try {
                ProjectContents after = file.change(edit);
                know(new Known(after, Optional.empty()));
                done.complete(after);
            } catch (Trouble e) {
                look();
                done.completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        if (!taken) {
            done.completeExceptionally(new Trouble(TroubleKind.PROJECT_CLOSED, folder()));
        }
        return done;
    }

    /** Has an edit made, and waits until it is on disk; not for the window's thread. */
    @Override
    public ProjectContents change(ProjectEdit edit) throws Trouble {
        try {
            return edit(edit).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Trouble trouble -> throw trouble;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new Trouble(e, TroubleKind.UNEXPECTED, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** What is edited by it after this was closed goes to the file. */
    @Override
    public EditableProject lasting() {
        return new LastingProject(this, file);
    }

    boolean isClosed() {
        return writer.isClosed();
    }

    /**
     * Writes a script for the user alone, beside what is there already; not for the window's thread.
     *
     * @return what its file is called
     */
    public String writeScript(String name, String text) throws Trouble {
        for (int i = 1; i <= MOST_SCRIPTS; i++) {
            String free = (i == 1 ? name : name + "-" + i) + ".sh";
            try {
                file.writeNew(free, text, true);
                return free;
            } catch (Trouble e) {
                if (e.kind() != TroubleKind.FILE_EXISTS) {
                    throw e;
                }
            }
        }
        throw new Trouble(TroubleKind.FILE_EXISTS, folder().resolve(name + ".sh"));
    }

    /** Reads the file again, now; the listeners are told where it changed. */
    public void refresh() {
        writer.submit(this::look);
    }

    /**
     * Takes no more edits, and waits until those that were made are on disk.
     *
     * @throws Trouble where they are not within 20 seconds; they are still being written then
     */
    @Override
    public void close() throws Trouble {
        watch.close();
        listeners.clear();
        if (!writer.close(CLOSING)) {
            throw new Trouble(TroubleKind.EDITS_UNWRITTEN, folder());
        }
    }

    private void look() {
        try {
            know(new Known(file.contents(), Optional.empty()));
        } catch (Trouble e) {
            know(new Known(known.contents(), Optional.of(e)));
        }
    }

    /** Called by the writer alone. */
    private void know(Known now) {
        Known before = known;
        known = now;
        boolean same = before.contents().equals(now.contents())
                && before.trouble()
                        .map(Trouble::getMessage)
                        .equals(now.trouble().map(Trouble::getMessage));
        if (!same) {
            listeners.forEach(this::tell);
        }
    }

    /** Whoever listens may have gone before the project. */
    private void tell(Runnable listener) {
        try {
            listening.execute(listener);
        } catch (RejectedExecutionException e) {
            System.getLogger(OpenProject.class.getName()).log(System.Logger.Level.DEBUG, "nobody to be told", e);
        }
    }
}
