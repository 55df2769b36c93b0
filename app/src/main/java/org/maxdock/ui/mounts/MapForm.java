package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.ui.launch.LaunchForm;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Where a mapping is typed; its verdict is there before it is mapped. */
final class MapForm {

    private static final Duration AFTER_TYPING = Duration.millis(200);

    private final Session session;
    private final LaunchForm launch;
    private final TextField hostPath = new TextField();
    private final TextField containerPath = new TextField("/data");
    private final CheckBox readOnly = new CheckBox();
    private final Label verdict = new Label();
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
    private final HBox view;

    /** @param mapped called with what was typed, when it is to be mapped */
    MapForm(Session session, LaunchForm launch, Consumer<Mapping> mapped) {
        this.session = session;
        this.launch = launch;
        readOnly.setText(session.text("ui.mounts.read-only"));
        readOnly.setSelected(true);
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        hostPath.setId("host-path");
        containerPath.setId("container-path");
        HBox.setHgrow(hostPath, Priority.ALWAYS);
        Button map = Controls.primary(session.text("ui.mounts.map"), "fth-plus", () -> {
            mapped.accept(typed());
            hostPath.clear();
        });
        map.disableProperty()
                .bind(hostPath.textProperty()
                        .isEmpty()
                        .or(containerPath.textProperty().isEmpty()));
        hostPath.setOnAction(e -> map.fire());
        containerPath.setOnAction(e -> map.fire());
        Controls.badge(verdict, "", "plain");
        typing.setOnFinished(e -> check());
        hostPath.textProperty().addListener((o, was, is) -> typing.playFromStart());
        containerPath.textProperty().addListener((o, was, is) -> typing.playFromStart());
        view = Controls.row(
                caption("ui.mounts.host-path", hostPath),
                hostPath,
                new FontIcon("fth-arrow-right"),
                caption("ui.mounts.container-path", containerPath),
                containerPath,
                readOnly,
                verdict,
                map);
        view.setAlignment(Pos.CENTER_LEFT);
    }

    private Label caption(String key, TextField field) {
        Label caption = Controls.muted(session.text(key));
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.setLabelFor(field);
        field.setAccessibleText(caption.getText());
        return caption;
    }

    HBox view() {
        return view;
    }

    void choose(String host) {
        hostPath.setText(host);
    }

    void askWhere() {
        containerPath.requestFocus();
        containerPath.end();
    }

    boolean readOnly() {
        return readOnly.isSelected();
    }

    String containerPath() {
        return containerPath.getText().strip();
    }

    private Mapping typed() {
        return new Mapping(hostPath.getText().strip(), containerPath(), readOnly.isSelected());
    }

    private void check() {
        Mapping mapping = typed();
        Optional<Server> bench = session.bench();
        if (bench.isEmpty() || mapping.host().isEmpty() || mapping.container().isEmpty()) {
            Controls.badge(verdict, "", "plain");
            return;
        }
        List<Mapping> with = new ArrayList<>(launch.plan().mappings());
        with.add(mapping);
        session.background()
                .quietly(
                        a -> bench.get()
                                .mounts()
                                .predict(with, bench.get().circumstances(launch.mode()))
                                .get(with.size() - 1),
                        one -> {
                            if (mapping.equals(typed())) {
                                Controls.badge(
                                        verdict,
                                        session.text(MappingLanes.word(one.verdict())),
                                        MappingLanes.kind(one.verdict()));
                                verdict.setTooltip(new Tooltip(
                                        session.texts().get(one.verdict().reason())));
                            }
                        },
                        session.background()::trouble);
    }
}
