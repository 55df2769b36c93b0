package org.maxdock.ui.images;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.registry.FoundRepository;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/** What there is in registries: search, the tags of what was found, pull. */
final class RegistryView {

    private final Texts texts;
    private final RegistryModel model;
    private final VBox view;

    RegistryView(Texts texts, RegistryModel model) {
        this.texts = texts;
        this.model = model;
        TableView<FoundRepository> found = found();
        HBox.setHgrow(found, Priority.ALWAYS);
        HBox both = new HBox(10, found, tags());
        VBox.setVgrow(both, Priority.ALWAYS);
        Button get = Controls.go(texts.get("ui.registry.pull"), "fth-download-cloud", model::pull);
        get.disableProperty().bind(model.tagProperty().isNull());
        view = new VBox(12, top(), TroubleNote.inDialog(model.troubles(), Place.REGISTRY, texts), both, get);
        view.setPrefSize(820, 500);
    }

    private HBox top() {
        ComboBox<String> registry = new ComboBox<>(model.registries());
        registry.setEditable(true);
        registry.setId("registry-name");
        registry.setPromptText("Docker Hub");
        registry.setPrefWidth(260);
        registry.getEditor().textProperty().bindBidirectional(model.registryProperty());
        Controls.onEnter(registry, model::search);
        TextField word = new TextField();
        word.setId("registry-word");
        word.textProperty().bindBidirectional(model.wordProperty());
        word.setOnAction(e -> model.search());
        VBox wordField = Controls.field(texts.get("ui.registry.word"), word);
        HBox.setHgrow(wordField, Priority.ALWAYS);
        HBox top = new HBox(
                10,
                Controls.field(texts.get("ui.registry.registry"), registry),
                wordField,
                Controls.primary(texts.get("ui.registry.search"), "fth-search", model::search));
        top.setAlignment(Pos.BOTTOM_LEFT);
        return top;
    }

    private TableView<FoundRepository> found() {
        TableView<FoundRepository> found = new TableView<>(model.found());
        TableColumn<FoundRepository, String> name = new TableColumn<>(texts.get("ui.registry.repository"));
        name.setCellValueFactory(f -> new SimpleStringProperty(
                (f.getValue().stars() > 0 ? "★ " + f.getValue().stars() + "  " : "")
                        + Printable.line(f.getValue().name())));
        name.setPrefWidth(320);
        TableColumn<FoundRepository, String> description = new TableColumn<>(texts.get("ui.registry.description"));
        description.setCellValueFactory(
                f -> new SimpleStringProperty(Printable.line(f.getValue().description())));
        description.setPrefWidth(240);
        name.setSortable(false); // in the registry's order, the best first
        description.setSortable(false);
        found.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        found.getColumns().add(name);
        found.getColumns().add(description);
        found.setId("repositories");
        Label why = Controls.nothing("");
        why.textProperty().bind(model.whyEmpty());
        found.setPlaceholder(why);
        found.setAccessibleText(texts.get("ui.registry.repository"));
        found.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.repositoryProperty().set(is));
        model.repositoryProperty()
                .addListener((o, was, is) -> found.getSelectionModel().select(is));
        return found;
    }

    private ListView<String> tags() {
        ListView<String> tags = new ListView<>(model.tags());
        tags.setId("tags");
        tags.setPlaceholder(Controls.nothing(texts.get("ui.registry.tags")));
        tags.setAccessibleText(texts.get("ui.registry.tags"));
        tags.setPrefWidth(200);
        tags.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.tagProperty().set(is));
        model.tagProperty().addListener((o, was, is) -> tags.getSelectionModel().select(is));
        return tags;
    }

    VBox view() {
        return view;
    }
}
