package org.maxdock.ui.containers;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerWords;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.KeyedSelection;
import org.maxdock.ui.shared.Verdicts;

/** The containers as a table that can be sorted. */
final class ContainersTable {

    private final Texts texts;
    private final TableView<ContainerRow> table = new TableView<>();

    /** @param launch goes to the page that starts some */
    ContainersTable(ContainersModel model, Runnable launch, Texts texts) {
        this.texts = texts;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(texts.get("ui.page.containers"));
        table.setId("containers-table");
        Button lead = Controls.primary(texts.get("ui.go-launch"), "fth-send", launch);
        lead.visibleProperty().bind(model.emptyProperty());
        table.setPlaceholder(Controls.empty(model.sentenceProperty(), lead));
        table.getColumns()
                .add(column("ui.containers.name", 200, r -> r.container().name()));
        table.getColumns()
                .add(badges(
                        "ui.containers.state",
                        110,
                        Comparator.comparing(r -> r.container().state()),
                        (row, badge) -> {
                            ContainerSummary c = row.container();
                            Controls.badge(
                                    badge,
                                    texts.get(ContainerWords.state(c)),
                                    c.isRunning() ? "ok" : c.isPaused() ? "warn" : "plain");
                        }));
        table.getColumns().add(column("ui.containers.image", 240, ContainerRow::image));
        table.getColumns()
                .add(badges(
                        "ui.images.verdict",
                        100,
                        Comparator.comparing(ContainerRow::verdict, Verdicts.BY_URGENCY),
                        (row, badge) -> row.verdict()
                                .ifPresentOrElse(
                                        v -> Verdicts.badge(badge, texts, Optional.of(v)),
                                        () -> Controls.badge(badge, "", "plain"))));
        table.getColumns().add(column("ui.containers.owner", 110, r -> owner(r.container())));
        table.getColumns()
                .add(column("ui.containers.status", 205, r -> texts.get(ContainerWords.status(r.container()))));
        table.getColumns()
                .add(column(
                        "ui.containers.ports",
                        200,
                        r -> String.join(", ", r.container().ports())));
        KeyedSelection<ContainerRow> rows = new KeyedSelection<>(table, ContainerRow::id, model::select);
        model.rows().addListener((ListChangeListener<ContainerRow>)
                change -> rows.show(model.rows(), model.selectedKeys()));
        model.selectedProperty().addListener((o, was, is) -> rows.select(model.selectedKeys()));
    }

    TableView<ContainerRow> view() {
        return table;
    }

    private String owner(ContainerSummary container) {
        return container.job().isEmpty()
                ? container.owner()
                : texts.get("ui.containers.owner-job", container.owner(), container.job());
    }

    private TableColumn<ContainerRow, String> column(String key, int width, Function<ContainerRow, String> value) {
        TableColumn<ContainerRow, String> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(Printable.line(value.apply(f.getValue()))));
        return column;
    }

    private interface Fill {
        void fill(ContainerRow row, Label badge);
    }

    private TableColumn<ContainerRow, ContainerRow> badges(
            String key, int width, Comparator<ContainerRow> order, Fill fill) {
        TableColumn<ContainerRow, ContainerRow> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            private final Label badge = new Label();

            @Override
            protected void updateItem(ContainerRow row, boolean empty) {
                super.updateItem(row, empty);
                if (!empty && row != null) {
                    fill.fill(row, badge);
                }
                setGraphic(empty || row == null ? null : badge);
            }
        });
        return column;
    }
}
