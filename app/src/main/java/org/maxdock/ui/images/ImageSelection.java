package org.maxdock.ui.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.image.identity.ImageReference;

/**
 * Which rows are chosen: by the names of their images, so that sorting, narrowing and reading anew choose no other one.
 * Where rows come into view for the first time, and none of the chosen is among them, it is the first one; later, what
 * is not in view is not chosen, and nothing else is in its place.
 */
final class ImageSelection {

    private final ObservableList<ImageRow> shown;
    private final ReadOnlyObjectWrapper<List<ImageRow>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectBinding<ImageRow> selected;
    private List<String> names = List.of();
    /** The row that was taken where none of the chosen was there. */
    private Optional<String> first = Optional.empty();

    private boolean begins = true;

    /** @param shown the rows in view, in their order */
    ImageSelection(ObservableList<ImageRow> shown) {
        this.shown = shown;
        this.selected = Bindings.createObjectBinding(
                () -> chosen.get().isEmpty() ? null : chosen.get().getLast(), chosen);
        shown.addListener((ListChangeListener<ImageRow>) change -> find());
    }

    /** @param wanted names of images, or IDs of those that have none; what was chosen last comes last */
    void choose(List<String> wanted) {
        names = List.copyOf(wanted);
        first = Optional.empty();
        find();
    }

    /** The next rows are those of another engine, or are held against other records. */
    void begin() {
        begins = true;
        first = Optional.empty();
    }

    private void find() {
        List<ImageRow> found = found(names);
        if (!found.isEmpty()) {
            first = Optional.empty();
        } else if (begins && !shown.isEmpty()) {
            first = Optional.of(shown.getFirst().name());
        }
        begins &= shown.isEmpty();
        chosen.set(found.isEmpty() ? found(first.stream().toList()) : found);
    }

    private List<ImageRow> found(List<String> wanted) {
        List<ImageRow> found = new ArrayList<>();
        for (String name : wanted) {
            Optional<ImageReference> reference = ImageReference.read(name);
            shown.stream()
                    .filter(r -> name.equals(r.name())
                            || reference.filter(w -> w.isSame(r.reference())).isPresent())
                    .findFirst()
                    .filter(r -> !found.contains(r))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** In the order in which they were chosen. */
    ReadOnlyObjectProperty<List<ImageRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    List<ImageRow> chosen() {
        return chosen.get();
    }

    /** The one that was chosen last; null where there is no row. */
    ObjectBinding<ImageRow> selected() {
        return selected;
    }
}
