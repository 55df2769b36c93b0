package org.maxdock.ui.containers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.shared.Verdicts;

/** The containers as a table that can be sorted and narrowed down. */
final class ContainersTable {

    private final Session session;
    private final ObservableList<ContainerSummary> containers = FXCollections.observableArrayList();
    private final FilteredList<ContainerSummary> shown = new FilteredList<>(containers);
    private final TableView<ContainerSummary> table = new TableView<>();
    private Map<String, ImageVerdict> verdicts = Map.of();

    ContainersTable(Session session) {
        this.session = session;
        SortedList<ContainerSummary> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(session.text("ui.page.containers"));
        table.setPlaceholder(Controls.muted(session.text("ui.containers.empty")));
        table.getColumns().add(column("ui.containers.name", 230, ContainerSummary::name));
        table.getColumns().add(state());
        table.getColumns()
                .add(column(
                        "ui.containers.image",
                        250,
                        c -> c.image().startsWith("sha256:") ? c.image().substring(7, 19) : c.image()));
        table.getColumns().add(verdict());
        table.getColumns()
                .add(column(
                        "ui.containers.owner",
                        110,
                        c -> c.owner().isEmpty()
                                ? ""
                                : c.job().isEmpty()
                                        ? c.owner()
                                        : session.text("ui.containers.owner-job", c.owner(), c.job())));
        table.getColumns().add(column("ui.containers.status", 140, ContainerSummary::status));
        table.getColumns().add(column("ui.containers.ports", 200, c -> String.join(", ", c.ports())));
    }

    TableView<ContainerSummary> view() {
        return table;
    }

    /** @param found verdicts on the images of those that are recorded, by the container's ID */
    void show(List<ContainerSummary> all, Map<String, ImageVerdict> found) {
        verdicts = found;
        containers.setAll(all);
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /** Shows those that hold the text in what they are, and without {@code stopped} only those that run. */
    void narrow(String text, boolean stopped) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(c -> (stopped || c.isRunning() || c.isPaused())
                && String.join(" ", c.name(), c.image(), c.id(), c.owner(), c.job(), c.status(), labels(c))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    private static String labels(ContainerSummary container) {
        return container.labels().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    private TableColumn<ContainerSummary, String> column(
            String key, int width, Function<ContainerSummary, String> value) {
        TableColumn<ContainerSummary, String> column = new TableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        return column;
    }

    private TableColumn<ContainerSummary, ContainerSummary> verdict() {
        TableColumn<ContainerSummary, ContainerSummary> column = new TableColumn<>(session.text("ui.images.verdict"));
        column.setPrefWidth(100);
        column.setSortable(false);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            private final Label badge = new Label();

            @Override
            protected void updateItem(ContainerSummary container, boolean empty) {
                super.updateItem(container, empty);
                boolean known = !empty && container != null && verdicts.containsKey(container.id());
                if (known) {
                    Verdicts.badge(badge, session.texts(), Optional.of(verdicts.get(container.id())));
                }
                setGraphic(known ? badge : null);
            }
        });
        return column;
    }

    private TableColumn<ContainerSummary, ContainerSummary> state() {
        TableColumn<ContainerSummary, ContainerSummary> column = new TableColumn<>(session.text("ui.containers.state"));
        column.setPrefWidth(110);
        column.setSortable(false);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(ContainerSummary container, boolean empty) {
                super.updateItem(container, empty);
                setGraphic(
                        empty || container == null
                                ? null
                                : Controls.badge(
                                        container.state(),
                                        container.isRunning() ? "ok" : container.isPaused() ? "warn" : "plain"));
            }
        });
        return column;
    }
}
