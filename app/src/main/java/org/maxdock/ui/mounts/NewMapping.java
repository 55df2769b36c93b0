package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.MountOperations;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Later;
import org.maxdock.ui.shared.Question;

/** A mapping that is being typed; its verdict is there before it is mapped. On the window's thread. */
public final class NewMapping {

    private static final String FIRST = "/data";

    private record About(
            MountChecks.About around, Set<String> imageFolders, String host, String container, boolean readOnly) {}

    private final MountSubject subject;
    private final MountChecks checks;
    private final ImageFolders image;
    private final MountOperations mounts;
    private final Background background;
    private final Later later;
    private final Question<About> question;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty container = new SimpleStringProperty(FIRST);
    private final BooleanProperty readOnly = new SimpleBooleanProperty(true);
    private final BooleanBinding whole = host.isNotEmpty().and(container.isNotEmpty());
    private final ReadOnlyObjectWrapper<Optional<CheckedMapping>> verdict =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public NewMapping(
            MountSubject subject,
            MountChecks checks,
            ImageFolders image,
            MountOperations mounts,
            Background background,
            Later later) {
        this.subject = subject;
        this.checks = checks;
        this.image = image;
        this.mounts = mounts;
        this.background = background;
        this.later = later;
        this.question = new Question<>(background, this::about);
        Stream.of(host, container, readOnly, checks.aboutProperty(), image.foldersProperty())
                .forEach(p -> p.addListener((o, was, is) -> typed()));
        Stream.of(host, container).forEach(p -> p.addListener((o, was, is) -> background.mended()));
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty containerProperty() {
        return container;
    }

    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** Whether there is something to map. */
    public BooleanBinding whole() {
        return whole;
    }

    /** What would become of it; empty while that is not known. */
    public ReadOnlyObjectProperty<Optional<CheckedMapping>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    private About about() {
        return new About(
                checks.about(),
                image.foldersProperty().get(),
                host.get().strip(),
                container.get().strip(),
                readOnly.get());
    }

    private void typed() {
        verdict.set(Optional.empty());
        question.drop();
        later.soon(this::check);
    }

    private void check() {
        if (!whole.get() || checks.about().connection() == 0) {
            return;
        }
        question.ask(
                (about, a) -> {
                    List<Mapping> with = new ArrayList<>(about.around().mappings());
                    with.add(new Mapping(about.host(), about.container(), about.readOnly()));
                    return mounts.predict(with, about.around().mode(), about.imageFolders())
                            .get(with.size() - 1);
                },
                found -> verdict.set(Optional.of(found)));
    }

    /** Maps what was typed; the next one is proposed another place. */
    public void map() {
        if (whole.get() && add(host.get().strip(), container.get().strip())) {
            host.set("");
        }
    }

    /**
     * A folder is dropped: on one of the container's it goes into that under its own name; elsewhere to where the form
     * says, if that is free.
     */
    public void drop(String path, String folder) {
        String wanted = container.get().strip();
        boolean free = !wanted.isEmpty() && !isTaken(wanted);
        String name = "/" + path.substring(path.lastIndexOf('/') + 1);
        add(path, !folder.equals("/") ? folder + name : free ? wanted : name);
    }

    private boolean add(String from, String to) {
        try {
            Mapping mapping = InvalidValue.orTrouble(() -> new Mapping(from, to, readOnly.get()));
            subject.add(List.of(mapping));
            propose(to);
            return true;
        } catch (Trouble e) {
            background.trouble(e);
            return false;
        }
    }

    private boolean isTaken(String path) {
        return subject.mappings().stream().anyMatch(m -> m.container().equals(path));
    }

    /** What was just taken would clash with itself. */
    private void propose(String taken) {
        if (!container.get().strip().equals(taken)) {
            return;
        }
        String next = FIRST;
        for (int i = 2; next.equals(taken) || isTaken(next); i++) {
            next = FIRST + i;
        }
        container.set(next);
    }
}
