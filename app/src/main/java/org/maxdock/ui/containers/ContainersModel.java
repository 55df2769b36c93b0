package org.maxdock.ui.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.EngineInfo;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.ServerFacts;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/** The containers, narrowed down, and the chosen one, which stays so by its ID. On the window's thread. */
public final class ContainersModel {

    /** The id of the page. */
    static final String PAGE = "containers";

    /** What a reading is about: a container is held against the records of the open project. */
    private record About(long connection, List<ImageRecord> records) {}

    private final ConnectionModel connection;
    private final Texts texts;
    private final Navigation navigation;
    private final ContainerOperations containers;
    private final ImageOperations images;
    private final Background told;
    private final Question<About> question;
    private final ObservableList<ImageRecord> records;
    private final ObservableList<ContainerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ContainerRow> watched = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty ended = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<ContainerSummary> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private List<ContainerRow> all = List.of();
    private Optional<String> chosen = Optional.empty();
    private boolean read;
    /** Whether the latest reading was in vain. */
    private boolean failed;

    public ContainersModel(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            ProjectModel project,
            ContainerOperations containers,
            ImageOperations images) {
        this.connection = connection;
        this.texts = texts;
        this.navigation = navigation;
        this.containers = containers;
        this.images = images;
        this.told = background;
        this.records = project.records();
        this.question = new Question<>(background, () -> new About(connection.number(), List.copyOf(records)));
        connection.onOther(this::forget);
        connection.stateProperty().addListener((o, was, is) -> {
            if (!engine(is).equals(engine(was))) {
                read();
            }
        });
        records.addListener((ListChangeListener<ImageRecord>) change -> read());
        filter.addListener((o, was, is) -> narrow());
        ended.addListener((o, was, is) -> narrow());
    }

    /** Those that are shown. Only to be watched. */
    ObservableList<ContainerRow> rows() {
        return watched;
    }

    /** What those hold that are shown. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether those are shown too that have ended. */
    BooleanProperty endedProperty() {
        return ended;
    }

    /** The chosen one as it was read last; null for none that is shown. */
    ReadOnlyObjectProperty<ContainerSummary> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is said where there is nothing to show. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Whether it is known that the engine has none. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    List<String> selectedKeys() {
        return chosen.stream().toList();
    }

    void select(List<ContainerRow> rows) {
        chosen = rows.stream().map(ContainerRow::id).findFirst();
        showSelected();
    }

    private void showSelected() {
        selected.set(rows.stream()
                .filter(r -> chosen.equals(Optional.of(r.id())))
                .map(ContainerRow::container)
                .findFirst()
                .orElse(null));
    }

    private static Optional<ServerFacts.Answer<EngineInfo>> engine(ConnectionState state) {
        return state.connected().map(c -> c.facts().engine());
    }

    private void forget() {
        question.drop();
        chosen = Optional.empty();
        read = false;
        failed = false;
        show(List.of());
    }

    /** Reads them, where they are looked at. */
    void read() {
        Optional<ServerFacts.Answer<EngineInfo>> engine = engine(connection.state());
        if (engine.flatMap(ServerFacts.Answer::value).isPresent()
                && navigation.pageProperty().get().equals(PAGE)) {
            question.ask((about, a) -> read(about.records()), this::took, this::unread);
        }
        sayWhy();
    }

    /** What it runs counts, not what the name means now that it was started by. */
    private List<ContainerRow> read(List<ImageRecord> recorded) throws Trouble {
        List<ContainerRow> found = new ArrayList<>();
        for (ContainerSummary container : containers.list()) {
            Optional<ImageReference> name = ImageReference.read(container.image());
            Optional<ImageRecord> record = recorded.stream()
                    .filter(r -> name.equals(Optional.of(r.reference())))
                    .findFirst();
            found.add(new ContainerRow(
                    container,
                    record.isPresent()
                            ? Optional.of(images.verify(record.get(), container.imageId()))
                            : Optional.empty()));
        }
        return found;
    }

    private void took(List<ContainerRow> found) {
        boolean first = !read;
        read = true;
        failed = false;
        show(found);
        if (first && chosen.isEmpty() && !rows.isEmpty()) { // later, what comes to be first is not what was meant
            select(rows.subList(0, 1));
        }
    }

    private void unread(Trouble trouble) {
        failed = true;
        sayWhy();
        told.trouble(trouble);
    }

    private void show(List<ContainerRow> found) {
        all = found;
        narrow();
    }

    private void narrow() {
        List<ContainerRow> now = all.stream()
                .filter(r -> (ended.get() || !r.hasEnded()) && r.holds(filter.get(), texts))
                .toList();
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        showSelected();
        sayWhy();
    }

    private void sayWhy() {
        Optional<ServerFacts.Answer<EngineInfo>> engine = engine(connection.state());
        boolean none = engine.isPresent()
                && !engine.get().isPending()
                && engine.get().value().isEmpty();
        empty.set(!none && read && all.isEmpty());
        if (none) {
            sentence.set(engine.get().trouble().map(texts::explain).orElseGet(() -> texts.get("ui.no-engine")));
        } else if (!read) {
            sentence.set(texts.get(failed ? "ui.containers.unread" : "ui.containers.loading"));
        } else {
            sentence.set(texts.get(all.isEmpty() ? "ui.containers.empty" : "ui.containers.none-such"));
        }
    }
}
