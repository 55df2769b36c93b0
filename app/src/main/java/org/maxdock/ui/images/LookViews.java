package org.maxdock.ui.images;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.ImageLayer;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.ImageFact;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** What was asked of an image, to be shown beside the window. */
final class LookViews {

    private final Texts texts;

    LookViews(Texts texts) {
        this.texts = texts;
    }

    TableView<ImageLayer> layers(List<ImageLayer> layers) {
        TableView<ImageLayer> table = new TableView<>();
        TableColumn<ImageLayer, String> size = new TableColumn<>(texts.get("ui.images.adds"));
        size.setCellValueFactory(f -> new SimpleStringProperty(
                f.getValue().bytes() == 0
                        ? ""
                        : texts.amounts().bytes(f.getValue().bytes())));
        size.setPrefWidth(110);
        TableColumn<ImageLayer, String> instruction = new TableColumn<>(texts.get("ui.images.instruction"));
        instruction.setCellValueFactory(f -> new SimpleStringProperty(
                Printable.text(f.getValue().instruction().replace("\r\n", "\n"))));
        instruction.setPrefWidth(720);
        instruction.getStyleClass().add("mono");
        table.getColumns().add(size);
        table.getColumns().add(instruction);
        table.getItems().setAll(layers);
        table.setPlaceholder(Controls.nothing(texts.get("ui.images.no-layers")));
        table.setMinWidth(860);
        table.setPrefHeight(460);
        table.setAccessibleText(texts.get("ui.images.layers"));
        return table;
    }

    TabPane inspected(ImageLooks.Inspected found) {
        TextArea text = new TextArea(Printable.text(found.json()));
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.setAccessibleText(texts.get("ui.images.inspect"));
        ScrollPane facts = new ScrollPane(facts(found.facts()));
        facts.setFitToWidth(true);
        TabPane tabs = new TabPane(new Tab(texts.get("ui.images.facts"), facts), new Tab("JSON", text));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefSize(860, 560);
        return tabs;
    }

    private GridPane facts(List<ImageFact> facts) {
        GridPane grid = new GridPane(20, 8);
        grid.getStyleClass().add("panel-body");
        for (ImageFact fact : facts) {
            Label name = new Label(texts.get("fact." + fact.what()));
            name.getStyleClass().add("card-title");
            name.setMinWidth(150);
            GridPane.setValignment(name, VPos.TOP);
            Label values = Controls.wrapped(String.join("\n", fact.values()));
            values.getStyleClass().add("mono");
            grid.addRow(grid.getRowCount(), name, values);
        }
        return grid;
    }

    VBox fitness(String image, List<FitnessPoint> points) {
        VBox lines = new VBox(Controls.head(texts.get("ui.images.fitness-of", image)));
        for (FitnessPoint point : points) {
            Label badge = Controls.badge(
                    texts.get(
                            point.found().isPresent()
                                    ? "ui.images.fit"
                                    : point.needed() ? "ui.images.lacks" : "ui.images.none-needed"),
                    point.found().isPresent() ? "ok" : point.needed() ? "bad" : "plain");
            badge.setMinWidth(70);
            Label what = new Label(texts.get("fitness." + point.what()));
            what.setMinWidth(230);
            Label how = Controls.wrapped(point.found().orElseGet(() -> texts.get("fitness." + point.what() + ".add")));
            HBox.setHgrow(how, Priority.ALWAYS);
            HBox line = Controls.row(badge, what, how);
            line.getStyleClass().add("list-row");
            lines.getChildren().add(line);
        }
        lines.setMinWidth(760);
        return lines;
    }
}
