package org.maxdock.ui.build;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.Account;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.FileContent;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Drafts;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/**
 * The Dockerfile of the page: which one is open, and what is in the editor. It follows the file while nobody edits it
 * here, and tells where somebody else changed it meanwhile; edits that were not saved are kept.
 */
public final class DockerfileModel {

    static final String NAME = "Dockerfile";

    private record Seen(BuildFolder folder, FileContent base, long connection) {}

    private record Opened(FileContent now, DraftKeeper.Found kept) {}

    private final Background background;
    private final ConnectionModel connection;
    private final Navigation navigation;
    private final Texts texts;
    private final BuildFolderFiles files;
    private final DockerfileDraft draft = new DockerfileDraft();
    private final DraftKeeper keeper;
    private final Question<BuildFolder> opening;
    private final Question<Seen> looking;
    private final DockerfileSaves saves;
    private final Templates templates;
    private BuildFolder wanted;
    private String where = "";

    public DockerfileModel(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            Texts texts,
            BuildFolderFiles files,
            Drafts drafts,
            EditQuestions questions) {
        this.background = background;
        this.connection = connection;
        this.navigation = navigation;
        this.texts = texts;
        this.files = files;
        this.keeper = new DraftKeeper(background, drafts);
        this.opening = new Question<>(background, () -> wanted);
        this.looking = new Question<>(
                background, () -> new Seen(draft.folder().get(), draft.base().get(), connection.number()));
        this.saves = new DockerfileSaves(
                background,
                files,
                draft,
                questions,
                (key, about) -> navigation.tell(texts.get(key, about)),
                this::keep);
        this.templates = new Templates(background, files, draft, saves);
        project.projectProperty().addListener((o, was, is) -> turn(is));
        turn(project.get());
        connection.onOther(() -> connected(project.get()));
    }

    /** The folder that is built from; null while none is open. */
    public ReadOnlyObjectProperty<BuildFolder> folderProperty() {
        return draft.folder().getReadOnlyProperty();
    }

    /** What is in the editor. */
    public StringProperty textProperty() {
        return draft.text();
    }

    /** What the file held when it was read or written last. */
    public ReadOnlyObjectProperty<FileContent> baseProperty() {
        return draft.base();
    }

    public BooleanBinding unsaved() {
        return draft.unsaved();
    }

    /** Whether somebody else changed the file while it was edited here. */
    public BooleanBinding changedElsewhere() {
        return Bindings.createBooleanBinding(() -> draft.theirs().get().isPresent(), draft.theirs());
    }

    /** Whether there is nothing to build yet: then templates are the next step. */
    public BooleanBinding blank() {
        return Bindings.createBooleanBinding(
                () -> draft.folder().get() != null && draft.text().get().isBlank(), draft.folder(), draft.text());
    }

    /** Saving, and leaving what is not saved. */
    public DockerfileSaves saves() {
        return saves;
    }

    public Templates templates() {
        return templates;
    }

    /** Turns to another folder, when what is in the editor is safe. */
    public void use(BuildFolder next) {
        saves.leave(() -> open(next));
    }

    private void turn(OpenProject project) {
        if (draft.folder().get() != null) {
            keep(() -> {});
        }
        opening.drop();
        draft.close();
        if (project != null) {
            open(new BuildFolder.Here(project.folder()));
        }
    }

    /** A folder of a server is not one of the next server's, also where that has one of the same name. */
    private void connected(OpenProject project) {
        BuildFolder folder = draft.folder().get();
        boolean elsewhere = folder instanceof BuildFolder.OnServer
                && connection.connected().get()
                && !key(folder).equals(where);
        if (elsewhere) {
            turn(project);
            navigation.tell(texts.get("ui.build.other-server", folder));
        }
    }

    private void open(BuildFolder next) {
        wanted = next;
        String key = key(next);
        opening.ask(
                (folder, a) -> new Opened(files.file(folder, NAME).read(), keeper.of(key)),
                opened -> opened(next, key, opened));
    }

    /** A folder of the server is another one on another server. */
    private String key(BuildFolder folder) {
        return folder instanceof BuildFolder.Here
                ? folder.toString()
                : connection.account().map(Account::toString).orElse("") + " " + folder;
    }

    private void opened(BuildFolder folder, String key, Opened opened) {
        keep(); // what was typed meanwhile
        where = key;
        draft.take(opened.now());
        opened.kept()
                .draft()
                .filter(k -> !k.text().equals(opened.now().edited()))
                .ifPresent(k -> {
                    draft.base().set(new FileContent(k.base()));
                    draft.text().set(k.text());
                    seen(opened.now());
                    navigation.tell(texts.get("ui.build.restored"));
                });
        draft.folder().set(folder);
        opened.kept().lost().ifPresent(background::trouble);
    }

    /** Looks whether the file is still what it was; to be called again and again while the page is looked at. */
    public void look() {
        BuildFolder folder = draft.folder().get();
        boolean away = folder instanceof BuildFolder.OnServer
                && !connection.connected().get();
        if (folder == null || away || saves.savingProperty().get()) {
            return;
        }
        looking.askUnlessAsking(
                (about, a) -> files.file(about.folder(), NAME).read(),
                this::seen,
                trouble -> System.getLogger(DockerfileModel.class.getName())
                        .log(System.Logger.Level.DEBUG, "the file cannot be looked at", trouble));
    }

    private void seen(FileContent now) {
        if (now.equals(draft.base().get())) {
            draft.theirs().set(Optional.empty());
        } else if (now.edited().equals(draft.text().get())) {
            draft.editsOf(now);
        } else if (draft.unsaved().get() || draft.folder().get() == null) {
            draft.theirs().set(Optional.of(now));
        } else {
            draft.take(now);
            navigation.tell(texts.get("ui.build.followed"));
        }
    }

    /** Keeps what is not saved; to be called again and again. */
    public void keep() {
        keep(() -> {});
    }

    private void keep(Runnable then) {
        if (draft.folder().get() == null) {
            then.run();
            return;
        }
        Optional<String> unsaved =
                draft.unsaved().get() ? Optional.of(draft.text().get()) : Optional.empty();
        keeper.keep(where, draft.base().get(), unsaved, then);
    }
}
