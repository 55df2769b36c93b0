package org.maxdock.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.ui.shared.Reachable;

/** Finds whatever the window has by what one types of its name. On the window's thread. */
final class FinderModel {

    /** More are no help: one types on. */
    static final int MOST = 50;

    private final Supplier<List<Reachable>> everything;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Reachable> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private List<Reachable> all = List.of();

    /** @param everything what there is now; asked each time that this is opened */
    FinderModel(Supplier<List<Reachable>> everything) {
        this.everything = everything;
        typed.addListener((o, was, is) -> find());
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What one types. */
    StringProperty typedProperty() {
        return typed;
    }

    /** What fits, the best first; of equals, pages and what is at hand first, as they came. */
    ObservableList<Reachable> found() {
        return found;
    }

    /** Which of them Enter takes. */
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void open() {
        all = List.copyOf(everything.get());
        typed.set("");
        find();
        open.set(true);
    }

    void close() {
        open.set(false);
        all = List.of();
        found.clear();
    }

    private record Fit(Reachable what, int fit) {}

    private void find() {
        found.setAll(all.stream()
                .flatMap(what -> what.fit(typed.get()).stream().mapToObj(fit -> new Fit(what, fit)))
                .sorted(Comparator.comparingInt(Fit::fit))
                .limit(MOST)
                .map(Fit::what)
                .toList());
        chosen.set(0);
    }

    /** Goes down by so many, up where less than 0; from the last to the first and back. */
    void move(int by) {
        if (!found.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, found.size()));
        }
    }

    void choose(int which) {
        if (which >= 0 && which < found.size()) {
            chosen.set(which);
        }
    }

    /** Does what is chosen, after this is closed; nothing where nothing fits. */
    void take() {
        Optional<Reachable> what =
                chosen.get() < found.size() ? Optional.of(found.get(chosen.get())) : Optional.empty();
        if (what.isPresent()) {
            close();
            what.get().go().run();
        }
    }
}
