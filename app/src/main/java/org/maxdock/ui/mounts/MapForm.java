package org.maxdock.ui.mounts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** Where a mapping is typed. */
final class MapForm {

    private final Texts texts;
    private final TextField hostPath = new TextField();
    private final TextField containerPath = new TextField();
    private final Label verdict = new Label();
    private final HBox view;

    MapForm(NewMapping model, Texts texts) {
        this.texts = texts;
        CheckBox readOnly = new CheckBox(texts.get("ui.mounts.read-only"));
        readOnly.selectedProperty().bindBidirectional(model.readOnlyProperty());
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        hostPath.setId("host-path");
        hostPath.textProperty().bindBidirectional(model.hostProperty());
        containerPath.setId("container-path");
        containerPath.textProperty().bindBidirectional(model.containerProperty());
        VBox host = Controls.field(texts.get("ui.mounts.host-path"), hostPath);
        VBox container = Controls.field(texts.get("ui.mounts.container-path"), containerPath);
        HBox.setHgrow(host, Priority.ALWAYS);
        Button map = Controls.primary(texts.get("ui.mounts.map"), "fth-plus", model::map);
        ButtonFacts.command(map, "maxdock plan own -v HOST:CONTAINER");
        ButtonFacts.command(readOnly, "maxdock plan own -v HOST:CONTAINER:ro");
        map.disableProperty().bind(model.whole().not());
        hostPath.setOnAction(e -> model.map());
        containerPath.setOnAction(e -> model.map());
        view = Controls.row(
                host, beside(new FontIcon("fth-arrow-right")), container, beside(readOnly), beside(verdict), map);
        view.setAlignment(Pos.BOTTOM_LEFT);
        view.setFillHeight(false);
        model.verdictProperty().addListener((o, was, is) -> show(is));
        show(model.verdictProperty().get());
    }

    /** In the middle of a line as high as the fields. */
    private HBox beside(Node node) {
        HBox line = Controls.row(node);
        line.minHeightProperty().bind(hostPath.heightProperty());
        line.managedProperty().bind(node.managedProperty());
        return line;
    }

    HBox view() {
        return view;
    }

    /** To where the folder is typed. */
    void begin() {
        hostPath.requestFocus();
        hostPath.end();
    }

    void askWhere() {
        containerPath.requestFocus();
        containerPath.end();
    }

    private void show(Optional<CheckedMapping> found) {
        Controls.badge(
                verdict,
                found.map(c -> texts.get(MappingLanes.word(c.verdict()))).orElse(""),
                found.map(c -> MappingLanes.kind(c.verdict())).orElse("plain"));
        verdict.setTooltip(
                found.map(c -> new Tooltip(texts.get(c.verdict().reason()))).orElse(null));
    }
}
