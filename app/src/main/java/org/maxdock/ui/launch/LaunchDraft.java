package org.maxdock.ui.launch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;

/**
 * The launch that is being made, as its user types and picks it. It is nobody's but the window's: no file knows it. On
 * the window's thread.
 */
public final class LaunchDraft {

    private final Map<DraftField, StringProperty> texts = new EnumMap<>(DraftField.class);
    private final ObjectProperty<LaunchKind.Name> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<RunMode> mode = new SimpleObjectProperty<>();
    private final ObjectProperty<PlaceChoice> place = new SimpleObjectProperty<>();
    private final BooleanProperty exclusive = new SimpleBooleanProperty();
    private final ObjectProperty<DraftMounts> mounts = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<DraftValues> values = new ReadOnlyObjectWrapper<>(DraftValues.FRESH);
    private Optional<Launch> origin = Optional.empty();
    private boolean ofProject;
    private DraftValues shown = DraftValues.FRESH;
    private boolean showing;
    private int which;

    /** A new one, which follows the project's plan. */
    public LaunchDraft() {
        for (DraftField field : DraftField.values()) {
            texts.put(field, new SimpleStringProperty(""));
        }
        show(DraftValues.FRESH);
        texts.values().forEach(text -> text.addListener((o, was, is) -> changed()));
        List.of(kind, mode, place, exclusive, mounts).forEach(p -> p.addListener((o, was, is) -> changed()));
    }

    /** What stands in a field. */
    public StringProperty text(DraftField field) {
        return texts.get(field);
    }

    public ObjectProperty<LaunchKind.Name> kindProperty() {
        return kind;
    }

    public ObjectProperty<RunMode> modeProperty() {
        return mode;
    }

    public ObjectProperty<PlaceChoice> placeProperty() {
        return place;
    }

    public BooleanProperty exclusiveProperty() {
        return exclusive;
    }

    public ObjectProperty<DraftMounts> mountsProperty() {
        return mounts;
    }

    /** All of it, as it is now; what is derived from the draft watches this. */
    public ReadOnlyObjectProperty<DraftValues> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    public DraftValues values() {
        return values.get();
    }

    /** Makes it another one, in one change; nobody has edited that yet. */
    public void show(DraftValues other) {
        put(other);
        shown = other;
    }

    /** Makes it what somebody edited before; so it counts as edited. */
    public void restore(DraftValues other) {
        put(other);
    }

    /** It is of another image from now on, which was chosen elsewhere: that is no edit that somebody would miss. */
    void follow(String image) {
        boolean edited = isEdited();
        text(DraftField.IMAGE).set(image);
        if (!edited) {
            shown = values();
        }
    }

    /** Another number for each draft that is put in the place of the one there was. */
    public int which() {
        return which;
    }

    private void put(DraftValues other) {
        which++;
        showing = true;
        texts.forEach((field, text) -> text.set(other.typed(field)));
        kind.set(other.kind());
        mode.set(other.mode());
        place.set(other.place());
        exclusive.set(other.exclusive());
        mounts.set(other.mounts());
        origin = other.origin();
        ofProject = other.ofProject();
        showing = false;
        changed();
    }

    /**
     * It was kept as that launch when it was so; what was edited since is still to be kept. Where another draft is in
     * its place by now, that is none of its affair.
     */
    void kept(int draft, DraftValues when, Launch launch) {
        if (draft != which) {
            return;
        }
        shown = when.from(launch);
        origin = Optional.of(launch);
        ofProject = true;
        changed();
    }

    /** Whether there is work in it that the user would miss. */
    public boolean isEdited() {
        return !values().equals(shown);
    }

    /**
     * Picks a kind; an MPI job needs the virtual cluster, and nothing else but a shell does. Name and command are the
     * kind's own until somebody edits them.
     */
    public void pick(LaunchKind.Name other) {
        if (other == kind.get()) {
            return;
        }
        RunMode fits = mode.get();
        if (other == LaunchKind.Name.MPI) {
            fits = RunMode.DOCKERCLUSTER;
        } else if (other != LaunchKind.Name.SHELL && fits == RunMode.DOCKERCLUSTER) {
            fits = RunMode.ME;
        }
        showing = true;
        for (DraftField field : new DraftField[] {DraftField.NAME, DraftField.COMMAND}) {
            if (text(field).getValueSafe().equals(ofKind(field, kind.get()))) {
                text(field).set(ofKind(field, other));
            }
        }
        kind.set(other);
        mode.set(fits);
        showing = false;
        changed();
    }

    /** What a field says of a new launch of a kind. */
    private static String ofKind(DraftField field, LaunchKind.Name of) {
        return field == DraftField.NAME ? of.word() : of == LaunchKind.Name.SHELL ? "bash" : "";
    }

    /** The command, in words. */
    public List<String> command() {
        return DraftedLaunch.command(values());
    }

    /** After a mend: what named the old place, as working directory or in the command, names the new one. */
    public void mended(Mapping mapping, Mend mend) {
        text(DraftField.DIRECTORY).set(mend.directory(mapping, values().text(DraftField.DIRECTORY)));
        List<String> words = command();
        List<String> after = words.stream().map(w -> mend.rewrite(mapping, w)).toList();
        if (!after.equals(words)) {
            text(DraftField.COMMAND).set(CommandText.show(after));
        }
    }

    private void changed() {
        if (showing) {
            return;
        }
        Map<DraftField, String> typed = new HashMap<>();
        texts.forEach((field, text) -> typed.put(field, text.get() == null ? "" : text.get()));
        values.set(new DraftValues(
                typed, kind.get(), mode.get(), place.get(), exclusive.get(), mounts.get(), origin, ofProject));
    }
}
