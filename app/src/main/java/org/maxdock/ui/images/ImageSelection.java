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
 * Where none of the chosen is in view, it is the first row.
 */
final class ImageSelection {

    private final ObservableList<ImageRow> shown;
    private final ReadOnlyObjectWrapper<List<ImageRow>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectBinding<ImageRow> selected;
    private List<String> names = List.of();

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
        find();
    }

    private void find() {
        List<ImageRow> found = new ArrayList<>();
        for (String name : names) {
            Optional<ImageReference> wanted = ImageReference.read(name);
            shown.stream()
                    .filter(r -> name.equals(r.name())
                            || wanted.filter(w -> w.isSame(r.reference())).isPresent())
                    .findFirst()
                    .filter(r -> !found.contains(r))
                    .ifPresent(found::add);
        }
        if (found.isEmpty() && !shown.isEmpty()) {
            found.add(shown.getFirst());
        }
        chosen.set(List.copyOf(found));
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
