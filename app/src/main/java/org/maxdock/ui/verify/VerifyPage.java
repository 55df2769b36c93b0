package org.maxdock.ui.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.RowMenu;
import org.maxdock.ui.shared.Ticker;
import org.maxdock.ui.shared.TroubleNote;

/**
 * Recorded images by the places where they are: each a verdict with its age, the difference and the mend a click away.
 */
public final class VerifyPage implements Page {

    private static final Duration AGES = Duration.ofSeconds(20);

    private final Texts texts;
    private final VerifyTable cells;
    private final VerifyModel model;
    private final RecordModel records;
    private static final double RECORD = 500;

    private final TableView<ImageRecord> table = new TableView<>();
    private final Node view;

    public VerifyPage(
            Texts texts,
            ConnectionModel connection,
            Navigation navigation,
            VerifyTable cells,
            VerifyModel model,
            Mending mending,
            RecordModel records,
            NodesModel nodes) {
        this.texts = texts;
        this.cells = cells;
        this.model = model;
        this.records = records;
        table.setPlaceholder(Controls.empty(
                texts.get("ui.verify.empty"),
                Controls.primary(texts.get("ui.launch.go-images"), "fth-layers", () -> navigation.go("images"))));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setAccessibleText(texts.get("ui.page.verify"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        cells.records().comparatorProperty().bind(table.comparatorProperty());
        table.setItems(cells.records());
        cells.placesProperty().addListener((o, was, is) -> columns(is));
        columns(cells.placesProperty().get());
        model.changesProperty().addListener((o, was, is) -> table.refresh());
        VBox.setVgrow(table, Priority.ALWAYS);
        FindingPanel finding = new FindingPanel(texts, cells, model, mending);
        RecordPanel record = new RecordPanel(texts, cells, records);
        RowMenu.give(table, List.of(record.buttons(), finding.view()));
        HBox both = new HBox(12, record.view(), finding.view());
        both.setPrefHeight(310);
        both.setMinHeight(210);
        for (Node panel : both.getChildren()) {
            HBox.setHgrow(panel, Priority.ALWAYS);
            ((VBox) panel).setPrefWidth(520);
        }
        ((VBox) record.view()).setMinWidth(RECORD); // with its name beside its buttons
        Label summary = Controls.muted("");
        summary.textProperty().bind(model.summary());
        view = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(
                        top(nodes),
                        new TroubleNote(connection.troubles(), Place.VERIFY, texts),
                        summary,
                        table,
                        new TroubleNote(connection.troubles(), Place.RECORDS, texts),
                        both));
        new ChosenCell(table, cells);
        new Ticker(AGES, Ticker.inWindow(view), () -> {
                    if (view.getScene() != null) {
                        table.refresh();
                        finding.show();
                    }
                })
                .start();
    }

    private HBox top(NodesModel nodes) {
        Button verifyAll = ButtonFacts.key(
                ButtonFacts.command(
                        Controls.primary(texts.get("ui.images.verify"), "fth-shield", model::verifyAll),
                        "maxdock digest verify"),
                ActionKey.VERIFY);
        verifyAll.disableProperty().bind(model.canVerify().not());
        return Controls.row(
                Controls.title(texts.get("ui.page.verify")),
                Controls.space(),
                Controls.button(texts.get("ui.verify.demand"), "fth-lock", records::demand),
                ButtonFacts.command(
                        Controls.button(texts.get("ui.verify.import"), "fth-download", records::importRecord),
                        "maxdock digest import FILE"),
                new NodeChoice(texts, nodes, verifyAll::fire).view(),
                verifyAll);
    }

    private void columns(List<ImagePlace> places) {
        TableColumn<ImageRecord, String> image = new TableColumn<>(texts.get("ui.images.name"));
        image.setPrefWidth(260);
        image.setCellValueFactory(
                f -> new SimpleStringProperty(f.getValue().reference().toString()));
        List<TableColumn<ImageRecord, ?>> all = new ArrayList<>(List.of(image));
        for (ImagePlace one : places) {
            TableColumn<ImageRecord, ImageRecord> column = new TableColumn<>(one.title());
            column.setUserData(one.key());
            column.setPrefWidth(158);
            column.setSortable(false);
            column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
            column.setCellFactory(c -> new FindingCell(one, model, texts));
            all.add(column);
        }
        table.getColumns().setAll(all);
    }

    @Override
    public List<Reachable> reachable() {
        return cells.records().stream()
                .map(record -> new Reachable(
                        record.reference().toString(),
                        texts.get("ui.finder.record"),
                        "",
                        "maxdock digest history "
                                + Shell.quote(record.reference().toString()),
                        () -> cells.choose(record.reference())))
                .toList();
    }

    @Override
    public void shown() {
        model.shown();
        records.check();
    }

    /** A verdict that was good when it was given is none any more where the image may be another one. */
    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.IMAGES) {
            model.imagesChanged();
        }
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
        return view;
    }
}
