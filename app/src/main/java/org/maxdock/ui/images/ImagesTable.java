package org.maxdock.ui.images;

import atlantafx.base.controls.CustomTextField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.RowMenu;
import org.maxdock.ui.shared.Verdicts;

/** The images in a table, to be narrowed by a text and by kind, sorted, and chosen, several at once too. */
final class ImagesTable {

    private final Texts texts;
    private final ImagesModel model;
    private final TableView<ImageRow> table = new TableView<>();
    private final CustomTextField text = new CustomTextField();
    private final ToggleGroup kinds = new ToggleGroup();
    private final HBox filters;
    private final List<MenuItem> own;

    /** @param build goes to the page that builds images */
    ImagesTable(Texts texts, ImagesModel model, Runnable build) {
        this.texts = texts;
        this.model = model;
        text.setLeft(new FontIcon("fth-search"));
        text.setPromptText(texts.get("ui.images.filter"));
        text.setAccessibleText(texts.get("ui.images.filter"));
        text.setPrefWidth(240);
        text.setMinWidth(140);
        text.setId("filter");
        text.setOnAction(e -> table.requestFocus());
        text.textProperty().bindBidirectional(model.partProperty());
        HBox toggles = new HBox();
        for (ImageRow.Filter filter : ImageRow.Filter.values()) {
            ToggleButton toggle = new ToggleButton(
                    texts.get("ui.images.filter." + filter.name().toLowerCase(Locale.ROOT)));
            toggle.setToggleGroup(kinds);
            toggle.setUserData(filter);
            toggle.setSelected(filter == ImageRow.Filter.ALL);
            toggle.getStyleClass()
                    .add(
                            filter == ImageRow.Filter.ALL
                                    ? "left-pill"
                                    : filter == ImageRow.Filter.DANGLING ? "right-pill" : "center-pill");
            toggles.getChildren().add(toggle);
        }
        kinds.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                was.setSelected(true);
            } else {
                model.kindProperty().set((ImageRow.Filter) is.getUserData());
            }
        });
        filters = Controls.row(text, toggles);
        model.shown().comparatorProperty().bind(table.comparatorProperty());
        table.setItems(model.shown());
        columns();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        MenuItem name = new MenuItem(texts.get("ui.images.copy-name"));
        name.setAccelerator(KeyCombination.keyCombination("Shortcut+C"));
        name.setOnAction(e -> Controls.copy(chosen(ImageRow::name)));
        MenuItem identity = new MenuItem(texts.get("ui.images.copy-id"));
        identity.setAccelerator(KeyCombination.keyCombination("Shortcut+Shift+C"));
        identity.setOnAction(e -> Controls.copy(chosen(r -> r.image().id())));
        own = List.of(name, identity);
        table.setAccessibleText(texts.get("ui.page.images"));
        table.setId("images-table");
        table.setPlaceholder(Controls.empty(
                model.whyEmpty(),
                lead(ImagesModel.Lead.BUILD, Controls.primary(texts.get("ui.next.go.image"), "fth-tool", build)),
                lead(ImagesModel.Lead.READ, Controls.primary(texts.get("ui.refresh"), "fth-refresh-cw", model::read)),
                lead(
                        ImagesModel.Lead.SHOW_ALL,
                        Controls.primary(texts.get("ui.images.show-all"), "fth-x", this::showAll))));
        new ChosenRows(table, model);
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    private Button lead(ImagesModel.Lead where, Button button) {
        button.visibleProperty().bind(model.lead().isEqualTo(where));
        return button;
    }

    private void showAll() {
        text.clear();
        kinds.selectToggle(kinds.getToggles().getFirst());
    }

    private void columns() {
        column("ui.images.name", 320, r -> r.reference().isEmpty() ? texts.get("ui.images.dangling") : r.reference());
        TableColumn<ImageRow, ImageRow> verdict = new TableColumn<>(texts.get("ui.images.verdict"));
        verdict.setPrefWidth(150);
        verdict.setMinWidth(150);
        verdict.setId("ui.images.verdict");
        verdict.setComparator(Comparator.comparing(ImageRow::verdict, Verdicts.BY_URGENCY));
        verdict.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        verdict.setCellFactory(c -> new VerdictCell());
        table.getColumns().add(verdict);
        column("ui.images.identity", 120, ImageRow::shortId).getStyleClass().add("mono-cell");
        TableColumn<ImageRow, Long> size =
                column("ui.images.size", 80, r -> r.image().bytes(), texts.amounts()::bytes);
        size.getStyleClass().add("number");
        table.getColumns().add(size);
        table.getColumns().add(column("ui.images.created", 140, ImageRow::created, texts.amounts()::moment));
        column("ui.images.used-by", 160, r -> String.join(", ", r.usedBy()));
    }

    /** A column that is sorted by a value, and shows it as a text. */
    private <T> TableColumn<ImageRow, T> column(
            String key, int width, Function<ImageRow, T> value, Function<T, String> text) {
        TableColumn<ImageRow, T> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(value.apply(f.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return column;
    }

    private TableColumn<ImageRow, String> column(String key, int width, Function<ImageRow, String> value) {
        TableColumn<ImageRow, String> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private String chosen(Function<ImageRow, String> what) {
        return model.selection().chosen().stream().map(what).collect(Collectors.joining("\n"));
    }

    /** @param buttons what can be done with what is chosen */
    void menu(Node buttons) {
        RowMenu.give(table, List.of(buttons), own.toArray(MenuItem[]::new));
    }

    TableView<ImageRow> view() {
        return table;
    }

    HBox filters() {
        return filters;
    }

    private final class VerdictCell extends TableCell<ImageRow, ImageRow> {
        private final Label badge = new Label();

        @Override
        protected void updateItem(ImageRow row, boolean empty) {
            super.updateItem(row, empty);
            if (!empty && row != null) {
                Verdicts.badge(badge, texts, row.verdict());
            }
            setGraphic(empty ? null : badge);
        }
    }
}
