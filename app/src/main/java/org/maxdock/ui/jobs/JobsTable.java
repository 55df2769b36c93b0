package org.maxdock.ui.jobs;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.KeyedSelection;

/** The jobs as a table: where each runs or why it waits, how much of its time is used, how it ended. */
final class JobsTable {

    private static final Comparator<Optional<JobId>> BY_ID =
            Comparator.comparing(id -> id.orElse(null), Comparator.nullsLast(JobId.BY_NUMBER));

    private static final double LEAST_BAR = 16;

    private final JobsModel model;
    private final Texts texts;
    private final TableView<JobBook.Entry> table = new TableView<>();

    /** @param launch goes to the page that starts one */
    JobsTable(JobsModel model, Runnable launch, Texts texts) {
        this.model = model;
        this.texts = texts;
        Button lead = Controls.primary(texts.get("ui.go-launch"), "fth-send", launch);
        lead.visibleProperty().bind(model.noneProperty());
        table.setPlaceholder(Controls.empty(model.whyNoneProperty(), lead));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(texts.get("ui.page.jobs"));
        table.setId("jobs-table");
        TableColumn<JobBook.Entry, Optional<JobId>> id = new TableColumn<>(texts.get("ui.jobs.id"));
        id.setId("ui.jobs.id");
        id.setPrefWidth(80);
        id.setMinWidth(70);
        id.setComparator(BY_ID);
        id.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue().id()));
        id.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Optional<JobId> of, boolean empty) {
                super.updateItem(of, empty);
                setText(empty || of == null ? null : of.map(JobId::text).orElse(""));
            }
        });
        table.getColumns().add(id);
        table.getColumns().add(column("ui.jobs.name", 150, e -> line(e).name()));
        table.getColumns()
                .add(cells(
                        "ui.jobs.state",
                        150,
                        e -> state(line(e)),
                        Comparator.comparing(l -> l.state(), String.CASE_INSENSITIVE_ORDER)));
        table.getColumns().add(column("ui.jobs.partition", 90, e -> line(e).partition()));
        table.getColumns().add(column("ui.jobs.where", 250, e -> line(e).where()));
        table.getColumns()
                .add(cells(
                        "ui.jobs.time",
                        230,
                        e -> time(line(e)),
                        Comparator.comparingDouble((JobLine l) -> l.used().orElse(-1))
                                .thenComparing(JobLine::time)));
        table.getColumns().add(cells("ui.jobs.image", 190, e -> image(line(e)), Comparator.comparing(JobLine::image)));
        KeyedSelection<JobBook.Entry> rows = new KeyedSelection<>(table, JobKey::of, model::select);
        model.entries().addListener((ListChangeListener<JobBook.Entry>)
                change -> rows.show(model.entries(), model.selectedKeys()));
    }

    private JobLine line(JobBook.Entry entry) {
        return JobLine.of(entry, model, texts);
    }

    TableView<JobBook.Entry> view() {
        return table;
    }

    private TableColumn<JobBook.Entry, String> column(String key, int width, Function<JobBook.Entry, String> value) {
        TableColumn<JobBook.Entry, String> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 70));
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        return column;
    }

    private TableColumn<JobBook.Entry, JobBook.Entry> cells(
            String key, int width, Function<JobBook.Entry, Node> graphic, Comparator<JobLine> order) {
        TableColumn<JobBook.Entry, JobBook.Entry> column = new TableColumn<>(texts.get(key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setMinWidth(120);
        column.setComparator(Comparator.comparing(this::line, order));
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(JobBook.Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setGraphic(empty || entry == null ? null : graphic.apply(entry));
            }
        });
        return column;
    }

    private static Label state(JobLine line) {
        Label state = Controls.badge(line.state(), line.stateKind());
        if (!line.stateInFull().isEmpty()) {
            state.setTooltip(new Tooltip(line.stateInFull()));
        }
        return state;
    }

    private HBox image(JobLine line) {
        HBox image = Controls.row(new Label(line.image()));
        if (line.checksItsImage()) {
            Label checked = Controls.badge(texts.get("ui.verdict.same"), "plain");
            checked.setTooltip(new Tooltip(texts.get("ui.jobs.verified-text")));
            image.getChildren().add(checked);
        }
        return image;
    }

    private static HBox time(JobLine line) {
        Label text = Controls.muted(line.time());
        if (!line.end().isEmpty()) {
            text.setTooltip(new Tooltip(Printable.line(line.end())));
        }
        text.setMinWidth(Region.USE_PREF_SIZE);
        HBox time = Controls.row(text);
        line.used().ifPresent(part -> {
            ProgressBar bar = new ProgressBar(part);
            bar.setPrefWidth(90);
            bar.setMinWidth(LEAST_BAR); // it gives way to the words
            time.getChildren().addFirst(bar);
        });
        return time;
    }
}
