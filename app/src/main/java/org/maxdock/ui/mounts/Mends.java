package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountVerdict;
import org.maxdock.mount.Note;
import org.maxdock.operation.MountOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.DraftField;
import org.maxdock.ui.launch.LaunchDraft;
import org.maxdock.ui.shared.ConnectionModel;

/**
 * Which mapping there is something to say of, what that is, and the mend. The user's choice stays as long as its
 * mapping does; else it is the first that would fail, or of which to know something. On the window's thread.
 */
public final class Mends {

    /** How much it matters. */
    public enum Weight {
        FAILS,
        WARNS,
        TELLS
    }

    private final MountSubject subject;
    private final MountChecks checks;
    private final LaunchDraft launch;
    private final ConnectionModel connection;
    private final MountOperations mounts;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<CheckedMapping>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Mapping> chosen = Optional.empty();

    public Mends(
            MountSubject subject,
            MountChecks checks,
            LaunchDraft launch,
            ConnectionModel connection,
            MountOperations mounts,
            Texts texts) {
        this.subject = subject;
        this.checks = checks;
        this.launch = launch;
        this.connection = connection;
        this.mounts = mounts;
        this.texts = texts;
        checks.checkedProperty().addListener((o, was, is) -> derive());
        derive();
    }

    /** The mapping of which there is something to say. */
    public ReadOnlyObjectProperty<Optional<CheckedMapping>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The user points at one. */
    public void choose(CheckedMapping one) {
        chosen = Optional.of(one.mapping());
        derive();
    }

    private void derive() {
        List<CheckedMapping> all = checks.checkedProperty().get();
        Optional<CheckedMapping> picked = all.stream()
                .filter(c -> Optional.of(c.mapping()).equals(chosen))
                .findFirst();
        Optional<CheckedMapping> first = all.stream()
                .filter(c -> weight(c) == Weight.FAILS)
                .findFirst()
                .or(() -> all.stream().filter(c -> weight(c) == Weight.WARNS).findFirst());
        shown.set(picked.or(() -> first).filter(Mends::says));
    }

    private static boolean says(CheckedMapping one) {
        return !(one.verdict() instanceof MountVerdict.Ok ok && ok.notes().isEmpty());
    }

    static Weight weight(CheckedMapping one) {
        if (!one.verdict().holds()) {
            return Weight.FAILS;
        }
        return one.verdict() instanceof MountVerdict.Ok ok && ok.warns() ? Weight.WARNS : Weight.TELLS;
    }

    String title(CheckedMapping one) {
        return texts.get(
                one.verdict().holds() ? "ui.mounts.note" : "ui.mounts.will-fail",
                one.mapping().host());
    }

    String reasons(CheckedMapping one) {
        String why = one.verdict() instanceof MountVerdict.Ok ok
                ? ok.notes().stream().map(Note::text).map(texts::get).collect(Collectors.joining("\n"))
                : texts.get(one.verdict().reason());
        return why
                + one.engineSaid()
                        .filter(s -> !s.isEmpty())
                        .map(s -> "\n" + texts.get("mount.engine-said", s))
                        .orElse("");
    }

    /** What to map instead, and what else changes with it; empty where there is no mend. */
    String mend(CheckedMapping one) {
        return one.verdict()
                .suggestion()
                .map(m -> texts.get("mount.mend", m.host(), m.container(), m.path()) + " " + consequences(one, m))
                .orElse("");
    }

    /** What of the launch changes with it, in words; empty for nothing. */
    String consequences(CheckedMapping one, Mend mend) {
        if (!subject.isOfLaunch()) {
            return "";
        }
        String before = launch.values().text(DraftField.DIRECTORY);
        String after = mend.directory(one.mapping(), before);
        long words = launch.command().stream()
                .filter(w -> !mend.rewrite(one.mapping(), w).equals(w))
                .count();
        String directory = before.equals(after) ? "" : texts.get("ui.mounts.changes-workdir", after);
        return directory + (words == 0 ? "" : " " + texts.get("ui.mounts.changes-words", words));
    }

    /** Whether the folder is not there, and the user may make it. */
    static boolean canCreate(CheckedMapping one) {
        return one.verdict() instanceof MountVerdict.Missing missing && missing.creatable();
    }

    /** What {@link #create} does, as one would type it. */
    static String creating(CheckedMapping one) {
        return "mkdir -p -- " + Shell.quote(one.mapping().host());
    }

    /** Makes the folder on the server, and looks again. */
    void create(CheckedMapping one) {
        String folder = one.mapping().host();
        connection.run(
                texts.get("ui.work.create-folder", folder),
                a -> {
                    mounts.create(folder);
                    return folder;
                },
                made -> checks.check());
    }

    /** Maps the other folder, and has the launch find its data there. */
    void apply(CheckedMapping one, Mend mend) {
        if (subject.isOfLaunch()) {
            launch.mended(one.mapping(), mend);
        }
        subject.replace(one.mapping(), Optional.of(mend.apply(one.mapping())));
    }
}
