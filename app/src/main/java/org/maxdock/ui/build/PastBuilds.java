package org.maxdock.ui.build;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.store.PastBuild;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** The builds of a project: when, what, how it ended, how long it took; the log of the one that is chosen. */
final class PastBuilds {

    private final Texts texts;
    private final Dialogs ask;

    PastBuilds(Texts texts, Dialogs ask) {
        this.texts = texts;
        this.ask = ask;
    }

    void show(List<PastBuild> builds) {
        TableView<PastBuild> table = new TableView<>();
        column(table, "ui.build.when", 150, b -> texts.amounts().moment(Instant.parse(b.startedAt())));
        column(table, "ui.build.tag", 230, PastBuild::reference);
        column(
                table,
                "ui.images.identity",
                150,
                b -> b.wentWell()
                        ? b.id().replaceFirst("sha256:(.{12}).*", "$1")
                        : texts.get(b.failure().equals("cancelled") ? "ui.build.cancelled" : "ui.build.failed"));
        column(table, "ui.build.builder", 210, PastBuild::builder);
        column(table, "ui.build.took", 90, b -> b.seconds() + " s");
        TextArea log = new TextArea();
        log.setEditable(false);
        log.getStyleClass().add("code");
        log.setAccessibleText(texts.get("ui.build.log"));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> log.setText(is == null ? "" : is.log()));
        table.getItems().setAll(builds);
        table.setPlaceholder(Controls.nothing(texts.get("ui.build.no-history")));
        table.setAccessibleText(texts.get("ui.build.history"));
        table.setPrefHeight(220);
        table.getSelectionModel().selectFirst();
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox both = new VBox(10, table, log);
        both.setPrefSize(860, 520);
        ask.show(texts.get("ui.build.history"), both);
    }

    private void column(TableView<PastBuild> table, String key, int width, Function<PastBuild, String> value) {
        TableColumn<PastBuild, String> column = new TableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        table.getColumns().add(column);
    }
}
