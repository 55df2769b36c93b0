package org.maxdock.ui.images;

import atlantafx.base.controls.CustomTextField;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.engine.Action;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Images;
import org.maxdock.image.Verdict;
import org.maxdock.project.Project;
import org.maxdock.project.Recorder;
import org.maxdock.project.Workbench;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Ask;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.shared.Verdicts;

/** The images of the engine, each with its verdict against the record. */
public final class ImagesPage implements Page {

    private final Session session;
    private final Ask ask;
    private final ObservableList<ImageRow> rows = FXCollections.observableArrayList();
    private final TableView<ImageRow> table = new TableView<>();
    private final Label summary = Parts.muted("");
    private final VerdictPanel verdicts;
    private final Button remove;
    private final Button prune;
    private final Node place;

    /** @param verifyEverywhere holds all images against their records on the page for that */
    public ImagesPage(Session session, Ask ask, Runnable verifyEverywhere) {
        this.session = session;
        this.ask = ask;
        this.verdicts = new VerdictPanel(session);
        CustomTextField filter = new CustomTextField();
        filter.setLeft(new FontIcon("fth-search"));
        filter.setPromptText(session.text("ui.images.filter"));
        filter.setAccessibleText(session.text("ui.images.filter"));
        filter.setPrefWidth(210);
        filter.setMinWidth(140);
        summary.setMinWidth(0);
        filter.setId("filter");
        FilteredList<ImageRow> filtered = new FilteredList<>(rows);
        filter.textProperty().addListener((o, was, is) -> {
            filtered.setPredicate(r -> r.reference().contains(is) || r.shortId().contains(is));
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        table.setItems(filtered);
        columns();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(session.text("ui.page.images"));
        table.setPlaceholder(Parts.muted(session.text("ui.images.empty")));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> verdicts.show(is));

        var selected = table.getSelectionModel().selectedItemProperty();
        Button record = Parts.button(session.text("ui.images.record"), "fth-bookmark", () -> withSelected("ui.work.record", (r, w) -> w.recorder().record(r)));
        Button push = Parts.button(session.text("ui.images.push"), "fth-upload-cloud", () -> withSelected("ui.work.push", (r, w) -> {
            w.recorder().push(r, p -> w.activity().progress(p.current(), p.total()), w.activity().cancellation());
            return r;
        }));
        Button save = Parts.button(session.text("ui.images.save"), "fth-save", this::save);
        remove = Parts.button(session.text("ui.images.remove"), "fth-trash-2", () -> withSelected("ui.work.remove", (r, w) -> {
            w.bench().images().remove(r);
            return r;
        }));
        for (Button button : List.of(record, push, save, remove)) {
            button.disableProperty().bind(selected.isNull());
        }
        ImageActions more = new ImageActions(session, ask, selected, this::shown);
        prune = more.prune();
        FlowPane actions = new FlowPane(8, 8, record, push, save);
        actions.getChildren().addAll(more.ofOne());
        actions.getChildren().addAll(remove, prune);
        var top = Parts.row(Parts.title(session.text("ui.page.images")), summary, Parts.space(), filter,
                Parts.button(session.text("ui.images.pull"), "fth-download-cloud", this::pull),
                Parts.button(session.text("ui.images.load"), null, this::load),
                Parts.button(session.text("ui.refresh"), "fth-refresh-cw", this::shown),
                Parts.primary(session.text("ui.images.verify"), "fth-shield", () -> {
                    session.pageProperty().set("verify");
                    verifyEverywhere.run();
                }));
        place = new NeedsConnection(session, Parts.page(top, actions, table, verdicts.view()));
        session.connectedProperty().addListener((o, was, is) -> rows.clear());
    }

    private void columns() {
        TableColumn<ImageRow, String> name = column("ui.images.name", 330, r -> r.reference().isEmpty() ? session.text("ui.images.dangling") : r.reference());
        TableColumn<ImageRow, ImageRow> verdict = new TableColumn<>(session.text("ui.images.verdict"));
        verdict.setPrefWidth(160);
        verdict.setCellValueFactory(f -> new javafx.beans.property.SimpleObjectProperty<>(f.getValue()));
        verdict.setCellFactory(c -> new TableCell<>() {
            private final Label badge = new Label();

            @Override
            protected void updateItem(ImageRow row, boolean empty) {
                super.updateItem(row, empty);
                if (!empty && row != null) {
                    Verdicts.badge(badge, session.texts(), row.verdict());
                }
                setGraphic(empty ? null : badge);
            }
        });
        table.getColumns().add(name);
        table.getColumns().add(verdict);
        TableColumn<ImageRow, String> id = column("ui.images.identity", 130, ImageRow::shortId);
        id.getStyleClass().add("mono");
        table.getColumns().add(id);
        TableColumn<ImageRow, String> size = column("ui.images.size", 90, r -> Parts.megabytes(r.image().bytes()));
        size.getStyleClass().add("number");
        size.setComparator(java.util.Comparator.comparing(String::length));
        size.setSortable(false);
        table.getColumns().add(size);
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(session.texts().locale()).withZone(ZoneId.systemDefault());
        table.getColumns().add(column("ui.images.created", 150, r -> format.format(r.created())));
    }

    private TableColumn<ImageRow, String> column(String key, int width, Function<ImageRow, String> value) {
        TableColumn<ImageRow, String> column = new TableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        return column;
    }

    @Override
    public void shown() {
        Project project = session.projectProperty().get();
        session.bench().ifPresent(b -> session.withBench(session.text("ui.work.images"), (bench, activity) -> read(bench, project), this::show));
    }

    private record Found(List<ImageRow> rows, Optional<Message> removeRefused) {
    }

    private static Found read(Workbench bench, Project project) throws Trouble {
        Images images = bench.images();
        List<ImageRow> rows = new ArrayList<>();
        for (ImageSummary image : images.list()) {
            for (String tag : image.tags().isEmpty() ? List.of("") : image.tags()) {
                Optional<ImageRecord> record = project == null || tag.isEmpty() ? Optional.empty() : project.record(tag);
                Optional<Verdict> verdict = record.isPresent() ? Optional.of(images.verify(record.get())) : Optional.empty();
                rows.add(new ImageRow(image, tag, record, verdict));
            }
        }
        rows.sort(java.util.Comparator.comparing(ImageRow::created).reversed());
        return new Found(rows, bench.engine().refusal(Action.REMOVE_IMAGE));
    }

    private void show(Found found) {
        ImageRow selected = table.getSelectionModel().getSelectedItem();
        rows.setAll(found.rows());
        long bytes = found.rows().stream().map(r -> r.image().id()).distinct().count();
        summary.setText(session.text("ui.images.summary", session.bench().map(b -> b.environment().hostName()).orElse(""), bytes));
        found.removeRefused().ifPresent(reason -> {
            remove.disableProperty().unbind();
            remove.setDisable(true);
            Tooltip.install(remove.getParent(), null);
            remove.setTooltip(new Tooltip(session.texts().get(reason)));
            remove.setText(session.text("ui.images.remove-refused"));
            prune.setDisable(true);
        });
        rows.stream().filter(r -> selected != null && r.reference().equals(selected.reference()))
                .findFirst().or(() -> rows.stream().findFirst()).ifPresent(table.getSelectionModel()::select);
    }

    private record Work(Workbench bench, Project project, Activity activity) {
        Recorder recorder() throws Trouble {
            return new Recorder(project, bench.images());
        }
    }

    private interface OnImage {
        Object run(String reference, Work work) throws Trouble;
    }

    private void withSelected(String key, OnImage operation) {
        ImageRow row = table.getSelectionModel().getSelectedItem();
        Project project = session.projectProperty().get();
        if (row == null || row.reference().isEmpty()) {
            return;
        }
        if (project == null) {
            session.background().trouble(new Trouble("no-project"));
            return;
        }
        session.withBench(session.text(key, row.reference()), (bench, activity) -> operation.run(row.reference(), new Work(bench, project, activity)),
                done -> shown());
    }

    private void pull() {
        ask.text(session.text("ui.images.pull"), session.text("ui.images.pull-what"), "").ifPresent(reference ->
                session.withBench(session.text("ui.work.pull", reference), (bench, activity) -> {
                    bench.images().pull(reference, p -> activity.progress(p.current(), p.total()), activity.cancellation());
                    return reference;
                }, done -> shown()));
    }

    private void load() {
        ask.text(session.text("ui.images.load"), session.text("ui.images.load-what"), "").ifPresent(path ->
                session.withBench(session.text("ui.work.load", path), (bench, activity) -> bench.images().load(path, activity.cancellation()),
                        done -> shown()));
    }

    private void save() {
        ImageRow row = table.getSelectionModel().getSelectedItem();
        String user = session.bench().map(b -> b.environment().user()).orElse("");
        String name = row.reference().replaceFirst(".*/", "").replace(':', '-');
        ask.text(session.text("ui.images.save"), session.text("ui.images.save-where"), "/beegfs/desy/user/" + user + "/" + name + ".tgz").ifPresent(path ->
                withSelected("ui.work.save", (r, w) -> w.recorder().save(r, path, w.activity().cancellation())));
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Node view() {
        return place;
    }
}
