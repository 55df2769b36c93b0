package org.maxdock.ui.images;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.registry.FoundRepository;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.Troubles;

/** What there is in registries: searched for, the tags of what was found, and one of them pulled. */
final class RegistryModel {

    private record Search(long connection, String registry, String word) {}

    private record Tagged(long connection, FoundRepository repository) {}

    private final Background background;
    private final ConnectionModel connection;
    private final Texts texts;
    private final RegistryOperations operations;
    private final Consumer<String> pull;
    private final ObservableList<String> registries = FXCollections.observableArrayList();
    private final StringProperty registry = new SimpleStringProperty("");
    private final StringProperty word = new SimpleStringProperty("");
    private final ObservableList<FoundRepository> found = FXCollections.observableArrayList();
    private final ObjectProperty<FoundRepository> repository = new SimpleObjectProperty<>();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final ObjectProperty<String> tag = new SimpleObjectProperty<>();
    private final BooleanProperty searching = new SimpleBooleanProperty();
    private final Question<Search> search;
    private final Question<Tagged> tagged;
    private Search asked;

    /** @param pull fetches a reference */
    RegistryModel(
            Background background,
            ConnectionModel connection,
            Texts texts,
            RegistryOperations operations,
            Consumer<String> pull) {
        this.background = background;
        this.connection = connection;
        this.texts = texts;
        this.operations = operations;
        this.pull = pull;
        this.search = new Question<>(background, () -> asked);
        this.tagged = new Question<>(background, () -> new Tagged(connection.number(), repository.get()));
        repository.addListener((o, was, is) -> askTags());
        registry.addListener((o, was, is) -> background.mended());
        word.addListener((o, was, is) -> background.mended());
        background.glance(
                a -> operations.accounts(),
                known -> registries.setAll(
                        known.keySet().stream().filter(r -> !r.contains("//")).toList()));
    }

    /** Those that docker is logged in to. */
    ObservableList<String> registries() {
        return registries;
    }

    /** Empty for Docker Hub. */
    StringProperty registryProperty() {
        return registry;
    }

    StringProperty wordProperty() {
        return word;
    }

    ObservableList<FoundRepository> found() {
        return found;
    }

    /** The one whose tags are shown; null for none. */
    ObjectProperty<FoundRepository> repositoryProperty() {
        return repository;
    }

    ObservableList<String> tags() {
        return tags;
    }

    /** Null for none. */
    ObjectProperty<String> tagProperty() {
        return tag;
    }

    /** Why nothing is shown. */
    StringBinding whyEmpty() {
        return Bindings.createStringBinding(
                () -> searching.get()
                        ? texts.get("ui.registry.searching", word.get())
                        : texts.get("ui.registry.nothing"),
                searching);
    }

    /** Searches, in the place of a search that goes on. */
    void search() {
        String where = registry.get() == null ? "" : registry.get().strip();
        asked = new Search(connection.number(), where, word.get().strip());
        repository.set(null);
        found.clear();
        searching.set(true);
        search.ask(
                (about, a) -> operations.search(about.registry(), about.word()),
                repositories -> {
                    searching.set(false);
                    found.setAll(repositories);
                    repository.set(repositories.isEmpty() ? null : repositories.getFirst());
                },
                this::failed);
    }

    private void failed(Trouble trouble) {
        searching.set(false);
        background.trouble(trouble);
    }

    private void askTags() {
        tag.set(null);
        tags.clear();
        if (repository.get() == null) {
            tagged.drop();
            return;
        }
        tagged.ask((about, a) -> operations.tags(about.repository().name()), all -> {
            tags.setAll(all);
            tag.set(all.isEmpty() ? null : all.getFirst());
        });
    }

    void pull() {
        Optional.ofNullable(repository.get())
                .filter(r -> tag.get() != null)
                .ifPresent(r -> pull.accept(r.name() + ":" + tag.get()));
    }

    /** What is wrong now, in its places. */
    Troubles troubles() {
        return background.troubles();
    }
}
