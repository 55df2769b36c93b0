package org.maxdock.ui.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;

/** Recorded images by the places where they may be, and which of them is chosen in which place. */
public final class VerifyTable {

    /** A cell: an image, and the key of a place; empty for the image itself. */
    record Spot(ImageReference image, String place) {}

    private final ConnectionModel connection;
    private final Texts texts;
    private final NodesModel nodes;
    private final ImageInHand inHand;
    private final ObservableList<ImageRecord> records;
    private final SortedList<ImageRecord> sorted;
    private final ReadOnlyObjectWrapper<List<ImagePlace>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Spot>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    public VerifyTable(
            ConnectionModel connection, ProjectModel project, ImageInHand inHand, Texts texts, NodesModel nodes) {
        this.connection = connection;
        this.texts = texts;
        this.nodes = nodes;
        this.inHand = inHand;
        this.records = project.records();
        this.sorted = new SortedList<>(records);
        connection.stateProperty().addListener((o, was, is) -> columns());
        nodes.namesProperty().addListener((o, was, is) -> columns());
        sorted.addListener((ListChangeListener<ImageRecord>) change -> keepChosen());
        inHand.referenceProperty().addListener((o, was, is) -> follow());
        columns();
        keepChosen();
    }

    /** The image that is worked on is the one that is chosen here, where it is recorded. */
    private void follow() {
        Optional<ImageReference> worked = ImageReference.read(inHand.get());
        String place =
                chosen.get().map(Spot::place).orElse(places.get().getFirst().key());
        worked.filter(image -> record(image).isPresent())
                .ifPresent(image -> chosen.set(Optional.of(new Spot(image, place))));
    }

    private void columns() {
        List<ImagePlace> now = new ArrayList<>();
        if (!connection.engineHost().isEmpty()) {
            now.add(new ImagePlace(connection.engineHost(), connection.engineHost()));
        }
        now.add(new ImagePlace(ImagePlace.REGISTRY, texts.get("ui.verify.registry")));
        now.add(new ImagePlace(ImagePlace.FILE, texts.get("ui.verify.file")));
        nodes.readable().stream()
                .map(n -> new ImagePlace(n.text(), n.text()))
                .filter(place -> !now.contains(place)) // the node that is worked on stands first
                .forEach(now::add);
        if (!now.equals(places.get())) {
            places.set(List.copyOf(now));
        }
    }

    /** Who sorts it binds its comparator. */
    SortedList<ImageRecord> records() {
        return sorted;
    }

    /** The columns. */
    ReadOnlyObjectProperty<List<ImagePlace>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** Empty where there is no record. */
    ReadOnlyObjectProperty<Optional<Spot>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The user chooses one, and works on its image from now on. */
    void choose(ImageReference image) {
        choose(image, places.get().getFirst().key());
    }

    void choose(ImageReference image, String place) {
        boolean other = chosen.get().filter(spot -> spot.image().equals(image)).isEmpty();
        chosen.set(Optional.of(new Spot(image, place)));
        if (other) {
            inHand.take(image.toString());
        }
    }

    /** The choice follows its image, not its row; where that is gone, it is the first one. */
    private void keepChosen() {
        if (record().isEmpty()) {
            chosen.set(sorted.stream()
                    .findFirst()
                    .map(r -> new Spot(r.reference(), places.get().getFirst().key())));
        }
        follow();
    }

    /** The record of the image that is chosen. */
    Optional<ImageRecord> record() {
        return chosen.get().flatMap(spot -> record(spot.image()));
    }

    private Optional<ImageRecord> record(ImageReference image) {
        return sorted.stream().filter(r -> r.reference().equals(image)).findFirst();
    }
}
