package org.maxdock.ui.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerUsage;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Question;

/** The chosen container: what it uses, as it goes on, its processes, its mappings. On the window's thread. */
final class ContainerDetailsModel {

    private static final int KEPT = 60;

    private record About(long connection, Optional<String> id) {}

    private record Seen(ContainerUsage usage, List<List<String>> processes) {}

    /**
     * What it used at a look.
     *
     * @param look the looks are counted on
     * @param cpu in percent of a core
     */
    record Used(int look, double cpu) {}

    private final ContainersModel model;
    private final Navigation navigation;
    private final Texts texts;
    private final ContainerOperations containers;
    private final Question<About> question;
    private final ReadOnlyStringWrapper usage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper processes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper mounts = new ReadOnlyStringWrapper("");
    private final ObservableList<Used> used = FXCollections.observableArrayList();
    private final ObservableList<Used> watched = FXCollections.unmodifiableObservableList(used);
    private Optional<String> shown = Optional.empty();
    /** What was told of it since it has run. */
    private String told = "";

    private int looks;

    ContainerDetailsModel(
            ContainersModel model,
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            ContainerOperations containers) {
        this.model = model;
        this.navigation = navigation;
        this.texts = texts;
        this.containers = containers;
        this.question = new Question<>(background, () -> new About(connection.number(), running()));
        model.selectedProperty().addListener((o, was, is) -> show(is));
    }

    ReadOnlyStringProperty usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /** A table whose columns stand one below the other. */
    ReadOnlyStringProperty processesProperty() {
        return processes.getReadOnlyProperty();
    }

    ReadOnlyStringProperty mountsProperty() {
        return mounts.getReadOnlyProperty();
    }

    /** The latest. Only to be watched. */
    ObservableList<Used> used() {
        return watched;
    }

    private Optional<String> running() {
        return Optional.ofNullable(model.selectedProperty().get())
                .filter(ContainerSummary::isRunning)
                .map(ContainerSummary::id);
    }

    private void show(ContainerSummary container) {
        Optional<String> id = Optional.ofNullable(container).map(ContainerSummary::id);
        if (!id.equals(shown)) {
            question.drop();
            shown = id;
            used.clear();
            processes.set("");
            told = "";
            usage.set("");
        }
        if (container != null) {
            mounts.set(
                    container.mounts().isEmpty()
                            ? texts.get("ui.containers.no-mounts")
                            : Printable.text(String.join("\n", container.mounts())));
            told = container.isRunning() ? told : "";
            usage.set(container.isRunning() ? told : texts.get("ui.containers.does-not-run"));
            if (!container.isRunning()) {
                question.drop();
                processes.set("");
            }
            poll();
        }
    }

    /** To be called every few seconds: one that runs and is looked at is asked about, once at a time. */
    void poll() {
        if (navigation.pageProperty().get().equals(ContainersModel.PAGE)) {
            running()
                    .ifPresent(id -> question.askUnlessAsking(
                            (about, a) -> look(id),
                            this::tell,
                            trouble -> System.getLogger(ContainerDetailsModel.class.getName())
                                    .log(System.Logger.Level.DEBUG, "asked in vain", trouble)));
        }
    }

    private Seen look(String id) throws Trouble {
        return new Seen(containers.usage(id), containers.processes(id));
    }

    private void tell(Seen seen) {
        ContainerUsage now = seen.usage();
        told = texts.get(
                "ui.containers.usage",
                texts.amounts().number(now.cpu(), 0),
                texts.amounts().bytes(now.memory()),
                texts.amounts().bytes(now.memoryLimit()),
                now.processes());
        usage.set(told);
        used.add(new Used(looks++, now.cpu()));
        if (used.size() > KEPT) {
            used.removeFirst();
        }
        processes.set(Printable.text(aligned(seen.processes())));
    }

    /** Each column as wide as its widest field; the last one, the command, as it is. */
    static String aligned(List<List<String>> table) {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(c -> table.stream()
                        .filter(r -> c < r.size() - 1)
                        .mapToInt(r -> r.get(c).length())
                        .max()
                        .orElse(0))
                .toArray();
        return table.stream()
                .map(r -> IntStream.range(0, r.size())
                        .mapToObj(c -> c == r.size() - 1
                                ? r.get(c)
                                : r.get(c) + " ".repeat(widths[c] - r.get(c).length()))
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }
}
