package org.maxdock.ui.images;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.registry.FoundRepository;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** What there is in registries: search, the tags of what was found, pull. */
final class RegistryView {

    private final Session session;
    private final Dialogs ask;
    private final Consumer<String> pull;
    private final ComboBox<String> registry = new ComboBox<>();
    private final TextField word = new TextField();
    private final TableView<FoundRepository> found = new TableView<>();
    private final ListView<String> tags = new ListView<>();

    /** @param pull fetches a reference */
    RegistryView(Session session, Dialogs ask, Consumer<String> pull) {
        this.session = session;
        this.ask = ask;
        this.pull = pull;
    }

    void show() {
        registry.setEditable(true);
        registry.setId("registry-name");
        registry.setPromptText("Docker Hub");
        registry.setPrefWidth(260);
        word.setId("registry-word");
        word.setOnAction(e -> search());
        HBox.setHgrow(word, Priority.ALWAYS);
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> bench.registryAccounts().list(),
                                known -> registry.getItems()
                                        .setAll(known.keySet().stream()
                                                .filter(r -> !r.contains("//"))
                                                .toList()),
                                session.background()::trouble));
        var wordField = Controls.field(session.text("ui.registry.word"), word);
        HBox.setHgrow(wordField, Priority.ALWAYS);
        Button search = Controls.primary(session.text("ui.registry.search"), "fth-search", this::search);
        HBox top = new HBox(10, Controls.field(session.text("ui.registry.registry"), registry), wordField, search);
        top.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        TableColumn<FoundRepository, String> name = new TableColumn<>(session.text("ui.registry.repository"));
        name.setCellValueFactory(f -> new SimpleStringProperty(
                (f.getValue().stars() > 0 ? "★ " + f.getValue().stars() + "  " : "")
                        + f.getValue().name()));
        name.setPrefWidth(320);
        TableColumn<FoundRepository, String> description = new TableColumn<>(session.text("ui.registry.description"));
        description.setCellValueFactory(
                f -> new SimpleStringProperty(f.getValue().description()));
        description.setPrefWidth(240);
        found.getColumns().add(name);
        found.getColumns().add(description);
        found.setId("repositories");
        found.setPlaceholder(Controls.muted(session.text("ui.registry.nothing")));
        found.setAccessibleText(session.text("ui.registry.repository"));
        found.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> tags(is));
        tags.setId("tags");
        tags.setPlaceholder(Controls.muted(session.text("ui.registry.tags")));
        tags.setAccessibleText(session.text("ui.registry.tags"));
        tags.setPrefWidth(200);
        HBox.setHgrow(found, Priority.ALWAYS);
        HBox both = new HBox(10, found, tags);
        VBox.setVgrow(both, Priority.ALWAYS);
        Button get = Controls.go(
                session.text("ui.registry.pull"),
                "fth-download-cloud",
                () -> pull.accept(found.getSelectionModel().getSelectedItem().name() + ":"
                        + tags.getSelectionModel().getSelectedItem()));
        get.disableProperty()
                .bind(tags.getSelectionModel().selectedItemProperty().isNull());
        VBox view = new VBox(12, top, both, get);
        view.setPrefSize(820, 500);
        ask.show(session.text("ui.images.find"), view);
    }

    private void search() {
        String where = registry.getEditor().getText() == null
                ? ""
                : registry.getEditor().getText().strip();
        String what = word.getText().strip();
        session.withBench(
                session.text("ui.registry.searching", what),
                (bench, a) -> bench.engine().catalog().search(where, what),
                this::show);
    }

    private void show(List<FoundRepository> repositories) {
        tags.getItems().clear();
        found.getItems().setAll(repositories);
        found.getSelectionModel().selectFirst();
    }

    private void tags(FoundRepository repository) {
        tags.getItems().clear();
        if (repository == null) {
            return;
        }
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> bench.engine().catalog().tags(repository.name()),
                                all -> {
                                    if (repository.equals(
                                            found.getSelectionModel().getSelectedItem())) {
                                        tags.getItems().setAll(all);
                                        tags.getSelectionModel().selectFirst();
                                    }
                                },
                                session.background()::trouble));
    }
}
