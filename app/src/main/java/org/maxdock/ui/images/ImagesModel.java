package org.maxdock.ui.images;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.maxdock.operation.OpenProject;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/** The images of the engine: read, narrowed, sorted and chosen. */
public final class ImagesModel {

    /** How far reading is. */
    enum Reading {
        /** Nothing has been asked. */
        NONE,
        LOADING,
        DONE,
        FAILED
    }

    private record About(long connection, OpenProject project) {}

    private final Background background;
    private final ConnectionModel connection;
    private final Texts texts;
    private final ImageReading images;
    private final ImageInHand inHand;
    private final ObservableList<ImageRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ImageRow> narrowed = new FilteredList<>(rows);
    private final SortedList<ImageRow> shown = new SortedList<>(narrowed);
    private final ImageSelection selection = new ImageSelection(shown);
    private final StringProperty part = new SimpleStringProperty("");
    private final ObjectProperty<ImageRow.Filter> kind = new SimpleObjectProperty<>(ImageRow.Filter.ALL);
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(Reading.NONE);
    private final ReadOnlyObjectWrapper<Optional<Message>> removeRefused =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Question<About> question;
    private boolean changed;

    public ImagesModel(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Texts texts,
            ImageReading images,
            ImageInHand inHand) {
        this.background = background;
        this.connection = connection;
        this.texts = texts;
        this.images = images;
        this.inHand = inHand;
        this.question = new Question<>(background, () -> new About(connection.number(), project.get()));
        part.addListener((o, was, is) -> narrow());
        kind.addListener((o, was, is) -> narrow());
        connection.onOther(this::forget);
        project.projectProperty().addListener((o, was, is) -> {
            forget(); // its records are others
            follow();
        });
        inHand.referenceProperty().addListener((o, was, is) -> follow());
        follow();
    }

    private void follow() {
        selection.choose(inHand.get().isEmpty() ? List.of() : List.of(inHand.get()));
    }

    private void forget() {
        question.drop();
        changed = false;
        selection.begin();
        rows.clear();
        removeRefused.set(Optional.empty());
        reading.set(Reading.NONE);
    }

    private void narrow() {
        String text = part.get().strip();
        ImageRow.Filter filter = kind.get();
        narrowed.setPredicate(r ->
                filter.takes(r) && (r.reference().contains(text) || r.shortId().contains(text)));
    }

    /** Reads them anew; what is there stays to be seen meanwhile. */
    public void read() {
        if (connection.connected().get()) {
            ask(true);
        }
    }

    /** Somebody has changed images or containers; what is being read just now is read once more after it. */
    public void changed() {
        if (question.isAsking()) {
            changed = true;
        } else if (connection.connected().get()) {
            ask(false);
        }
    }

    private void ask(boolean told) {
        changed = false;
        if (rows.isEmpty()) {
            reading.set(Reading.LOADING);
        }
        question.ask(
                (about, a) -> images.read(Optional.ofNullable(about.project())),
                this::found,
                trouble -> failed(trouble, told));
    }

    private void found(ImageReading.Found found) {
        reading.set(Reading.DONE);
        removeRefused.set(found.removeRefused());
        if (!found.rows().equals(rows)) {
            rows.setAll(found.rows());
        }
        again();
    }

    private void failed(Trouble trouble, boolean told) {
        if (rows.isEmpty()) {
            reading.set(Reading.FAILED);
        }
        if (told) {
            background.trouble(trouble);
        }
        again();
    }

    private void again() {
        if (changed) {
            ask(false);
        }
    }

    /** What is in view, in its order; who sorts it binds its comparator. */
    SortedList<ImageRow> shown() {
        return shown;
    }

    ImageSelection selection() {
        return selection;
    }

    /** The user chooses rows, the last one last. */
    void choose(List<ImageRow> wanted) {
        wanted.stream()
                .map(ImageRow::reference)
                .filter(r -> !r.isEmpty())
                .reduce((one, other) -> other)
                .ifPresent(inHand::take);
        selection.choose(wanted.stream().map(ImageRow::name).toList());
    }

    /** What is looked for: a part of a name or ID. */
    StringProperty partProperty() {
        return part;
    }

    ObjectProperty<ImageRow.Filter> kindProperty() {
        return kind;
    }

    ObjectProperty<Reading> readingProperty() {
        return reading;
    }

    /** Why nobody may remove an image; empty where they may, and while it is not known. */
    ReadOnlyObjectProperty<Optional<Message>> removeRefusedProperty() {
        return removeRefused.getReadOnlyProperty();
    }

    /** How many images, and where; empty before they are read. */
    StringBinding summary() {
        return Bindings.createStringBinding(
                () -> reading.get() != Reading.DONE
                        ? ""
                        : texts.get(
                                "ui.images.summary",
                                connection.engineHost(),
                                new ImageReading.Found(rows, Optional.empty()).images()),
                reading,
                rows,
                connection.stateProperty());
    }

    /** What leads on from an empty table. */
    enum Lead {
        /** Nothing yet. */
        NONE,
        BUILD,
        READ,
        SHOW_ALL
    }

    /** What leads on from an empty table. */
    ObjectBinding<Lead> lead() {
        return Bindings.createObjectBinding(
                () -> switch (reading.get()) {
                    case NONE, LOADING -> Lead.NONE;
                    case FAILED -> Lead.READ;
                    case DONE -> rows.isEmpty() ? Lead.BUILD : Lead.SHOW_ALL;
                },
                reading,
                rows);
    }

    /** What stands in an empty table: why it is empty. */
    StringBinding whyEmpty() {
        return Bindings.createStringBinding(
                () -> switch (reading.get()) {
                    case NONE -> "";
                    case LOADING -> texts.get("ui.images.loading");
                    case FAILED -> texts.get("ui.images.unread");
                    case DONE -> texts.get(rows.isEmpty() ? "ui.images.empty" : "ui.images.none-such");
                },
                reading,
                rows);
    }
}
