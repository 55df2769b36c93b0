package org.maxdock.ui.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.engine.Progress;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Location;
import org.maxdock.operation.Mender;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.PartitionName;
import org.maxdock.store.Json;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/**
 * Recorded images by the places where they are: each a verdict with its age, the difference and the mend a click away.
 */
public final class VerifyPage implements Page {

    private static final Duration AGES = Duration.seconds(20);

    private final Session session;
    private final Dialogs ask;
    private final RecordSigner signer;
    private final Clock clock = Clock.systemUTC();
    private final LatestFindings found = new LatestFindings();
    private final Map<ImageReference, List<RecordSigner.Checked>> signatures = new HashMap<>();
    private final TableView<ImageRecord> table = new TableView<>();
    private final Label summary = Controls.muted("");
    private final Button verifyAll;
    private final NodeChoice nodes;
    private final RecordPanel recordPanel;
    private final FindingPanel findingPanel;
    private final Node place;
    private List<ImagePlace> places = List.of();

    public VerifyPage(Session session, Dialogs ask, RecordSigner signer) {
        this.session = session;
        this.ask = ask;
        this.signer = signer;
        nodes = new NodeChoice(session, this::columns);
        recordPanel = new RecordPanel(session.texts(), this::sign, this::export);
        findingPanel = new FindingPanel(session.texts(), clock, this::mend, this::recordThis);
        table.setPlaceholder(Controls.empty(
                session.text("ui.verify.empty"),
                Controls.button(
                        session.text("ui.page.images"),
                        null,
                        () -> session.pageProperty().set("images"))));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setAccessibleText(session.text("ui.page.verify"));
        table.getFocusModel().focusedCellProperty().addListener((ChangeListener<Object>) (o, was, is) -> details());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        verifyAll = Controls.primary(session.text("ui.images.verify"), "fth-shield", this::verifyAll);
        verifyAll.setDisable(true);
        HBox both = new HBox(12, recordPanel.view(), findingPanel.view());
        both.setPrefHeight(310);
        both.setMinHeight(210);
        both.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        ((VBox) recordPanel.view()).setPrefWidth(520);
        ((VBox) findingPanel.view()).setPrefWidth(520);
        place = new NeedsConnection(
                session,
                Controls.page(
                        Controls.row(
                                Controls.title(session.text("ui.page.verify")),
                                summary,
                                Controls.space(),
                                Controls.button(session.text("ui.verify.import"), "fth-download", this::importRecord),
                                nodes.view(),
                                verifyAll),
                        table,
                        both));
        Timeline ages = new Timeline(new KeyFrame(AGES, e -> table.refresh()));
        ages.setCycleCount(Animation.INDEFINITE);
        ages.play();
        session.connectedProperty().addListener((o, was, is) -> {
            found.clear();
            nodes.clear();
        });
        session.projectProperty().addListener((o, was, is) -> found.clear());
    }

    private void columns() {
        List<ImagePlace> fresh = new ArrayList<>();
        session.bench()
                .ifPresent(b -> fresh.add(new ImagePlace(
                        b.environment().hostName(), b.environment().hostName())));
        fresh.add(new ImagePlace(ImagePlace.REGISTRY, session.text("ui.verify.registry")));
        fresh.add(new ImagePlace(ImagePlace.FILE, session.text("ui.verify.file")));
        nodes.readable().forEach(n -> fresh.add(new ImagePlace(n.text(), n.text())));
        if (fresh.equals(places)) {
            return;
        }
        places = fresh;
        TableColumn<ImageRecord, String> image = new TableColumn<>(session.text("ui.images.name"));
        image.setPrefWidth(260);
        image.setCellValueFactory(
                f -> new SimpleStringProperty(f.getValue().reference().toString()));
        List<TableColumn<ImageRecord, ?>> all = new ArrayList<>(List.of(image));
        for (ImagePlace one : places) {
            TableColumn<ImageRecord, ImageRecord> column = new TableColumn<>(one.title());
            column.setPrefWidth(158);
            column.setSortable(false);
            column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
            column.setCellFactory(c -> new FindingCell(one, found, session.texts(), clock));
            all.add(column);
        }
        table.getColumns().setAll(all);
    }

    @Override
    public void shown() {
        load(() -> {});
        nodes.load(this::columns);
    }

    private void load(Runnable then) {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            table.getItems().clear();
            verifyAll.setDisable(true);
            return;
        }
        session.background()
                .quietly(
                        a -> project.records(),
                        records -> {
                            show(records);
                            checkSignatures(project, records);
                            then.run();
                        },
                        session.background()::trouble);
    }

    private void checkSignatures(OpenProject project, List<ImageRecord> records) {
        session.background()
                .quietly(
                        a -> {
                            Map<ImageReference, List<RecordSigner.Checked>> checked = new HashMap<>();
                            for (ImageRecord record : records) {
                                checked.put(record.reference(), signer.check(record, project));
                            }
                            return checked;
                        },
                        checked -> {
                            signatures.clear();
                            signatures.putAll(checked);
                            details();
                        },
                        session.background()::trouble);
    }

    private void show(List<ImageRecord> records) {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        columns();
        table.getItems().setAll(records);
        verifyAll.setDisable(records.isEmpty());
        summary.setText(session.text("ui.verify.summary", records.size()));
        if (at != null
                && at.getRow() >= 0
                && at.getRow() < records.size()
                && at.getColumn() >= 0
                && at.getColumn() < table.getColumns().size()) {
            choose(at.getRow(), at.getColumn());
        } else if (!records.isEmpty()) {
            choose(0, 1);
        }
        details();
    }

    private void choose(int row, int column) {
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        table.getFocusModel().focus(row, table.getColumns().get(column));
    }

    private Optional<ImageRecord> chosen() {
        int row = table.getFocusModel().getFocusedCell() == null
                ? -1
                : table.getFocusModel().getFocusedCell().getRow();
        return row < 0 || row >= table.getItems().size()
                ? Optional.empty()
                : Optional.of(table.getItems().get(row));
    }

    private Optional<PlacedVerdict> finding() {
        int column = table.getFocusModel().getFocusedCell() == null
                ? -1
                : table.getFocusModel().getFocusedCell().getColumn() - 1;
        return column < 0 || column >= places.size()
                ? Optional.empty()
                : chosen().flatMap(r -> found.of(r, places.get(column).key()));
    }

    private void details() {
        chosen().ifPresentOrElse(
                        r -> recordPanel.show(r, signatures.getOrDefault(r.reference(), List.of())), recordPanel::none);
        finding().ifPresentOrElse(f -> findingPanel.show(f, alike(f)), findingPanel::none);
    }

    /** Nodes are mended together: they need the same, and it is one step for all. */
    private List<PlacedVerdict> alike(PlacedVerdict finding) {
        return finding.where() instanceof Location.Node
                ? found.failing(finding.record(), places).stream()
                        .filter(f -> f.where() instanceof Location.Node)
                        .toList()
                : List.of(finding);
    }

    /** Holds all images against their records, in all places in view. */
    public void verifyAll() {
        load(() -> nodes.load(() -> {
            columns();
            try {
                verify(table.getItems(), new Verification.Scope(true, true, true, nodes.nodes(), nodes.partition()));
            } catch (Trouble e) {
                session.background().trouble(e);
            }
        }));
    }

    private void verify(List<ImageRecord> records, Verification.Scope scope) {
        List<ImageRecord> all = List.copyOf(records);
        if (all.isEmpty()) {
            return;
        }
        busy(true);
        session.withBench(
                session.text("ui.work.verify"),
                (bench, a) -> new Verification(bench, clock).verify(all, scope, a.cancellation()),
                this::found,
                this::failed);
    }

    private void busy(boolean now) {
        verifyAll.setDisable(now || table.getItems().isEmpty());
        findingPanel.setBusy(now);
    }

    private void failed(Trouble trouble) {
        busy(false);
        session.background().trouble(trouble);
    }

    private void found(List<PlacedVerdict> fresh) {
        busy(false);
        found.add(fresh);
        table.refresh();
        fresh.stream()
                .filter(f -> f.verdict().isPresent() && !f.holds())
                .min(Comparator.comparing(f -> f.verdict().get() instanceof ImageVerdict.Missing))
                .filter(f -> finding()
                        .filter(now -> now.verdict().isPresent() && !now.holds())
                        .isEmpty())
                .ifPresent(bad -> choose(
                        table.getItems().indexOf(bad.record()),
                        1 + places.stream().map(ImagePlace::key).toList().indexOf(ImagePlace.keyOf(bad.where()))));
        details();
    }

    private void mend(MendWay way, List<PlacedVerdict> at) {
        OpenProject project = session.projectProperty().get();
        ImageRecord record = at.getFirst().record();
        List<Location> where = at.stream().map(PlacedVerdict::where).toList();
        busy(true);
        session.withBench(
                session.text("ui.work.mend", record.reference()),
                (bench, a) -> {
                    new Mender(bench, project)
                            .mend(
                                    record,
                                    where,
                                    way,
                                    (Progress p) -> a.progress(p.current(), p.total()),
                                    a.cancellation());
                    return record;
                },
                done -> load(() -> table.getItems().stream()
                        .filter(r -> r.reference().equals(record.reference()))
                        .findFirst()
                        .ifPresent(r -> verify(List.of(r), scope(where)))),
                this::failed);
    }

    private Verification.Scope scope(List<Location> where) {
        List<NodeName> names = where.stream()
                .filter(Location.Node.class::isInstance)
                .map(place -> ((Location.Node) place).name())
                .toList();
        return new Verification.Scope(
                where.stream().anyMatch(Location.Server.class::isInstance),
                where.stream().anyMatch(Location.Registry.class::isInstance),
                where.stream().anyMatch(Location.Archive.class::isInstance),
                names,
                nodes.partition());
    }

    private void recordThis() {
        OpenProject project = session.projectProperty().get();
        chosen().ifPresent(r -> session.withBench(
                session.text("ui.work.record", r.reference()),
                (bench, a) -> new Recorder(project, bench.images())
                        .record(r.reference().toString()),
                kept -> load(() -> verify(
                        List.of(kept), new Verification.Scope(true, false, false, List.of(), PartitionName.DEFAULT)))));
    }

    private void sign() {
        OpenProject project = session.projectProperty().get();
        ImageRecord record = chosen().orElseThrow();
        session.background()
                .quietly(
                        a -> signer.defaultKey().toString(),
                        key -> askForKey(project, record, key),
                        none -> askForKey(project, record, ""));
    }

    private void askForKey(OpenProject project, ImageRecord record, String key) {
        ask.text(session.text("ui.verify.sign"), session.text("ui.verify.sign-key"), key)
                .ifPresent(path -> session.background()
                        .run(
                                session.text("ui.work.sign", record.reference()),
                                a -> project.put(signer.sign(record, Path.of(path), System.getProperty("user.name"))),
                                signed -> load(() -> {})));
    }

    private void export() {
        OpenProject project = session.projectProperty().get();
        ImageRecord record = chosen().orElseThrow();
        String name = record.reference().brief().replace(':', '-') + ".record.json";
        ask.text(
                        session.text("ui.verify.export"),
                        session.text("ui.verify.export-where"),
                        project.folder().resolve(name).toString())
                .ifPresent(path -> session.background()
                        .run(
                                session.text("ui.work.export", path),
                                a -> {
                                    new RecordFile(new Json()).write(record, Path.of(path));
                                    return path;
                                },
                                done -> {}));
    }

    private void importRecord() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            session.background().trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        ask.text(session.text("ui.verify.import"), session.text("ui.verify.import-what"), "")
                .ifPresent(path -> session.background()
                        .run(
                                session.text("ui.work.import", path),
                                a -> project.put(new RecordFile(new Json()).read(Path.of(path))),
                                kept -> load(() -> {})));
    }

    @Override
    public String id() {
        return "verify";
    }

    @Override
    public String icon() {
        return "fth-shield";
    }

    @Override
    public Node view() {
        return place;
    }
}
