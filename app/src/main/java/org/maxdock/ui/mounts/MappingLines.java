package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/**
 * The lines from the host's folders to the container's, over both trees; one that would fail is broken and ends before
 * it arrives.
 */
final class MappingLines extends Pane {

    private static final double GAP = 12;
    private static final double FAINT = 0.25;

    private record Line(CheckedMapping mapping, CubicCurve curve, Circle end, HBox pill) {}

    private final Texts texts;
    private final HostTree host;
    private final ContainerTree container;
    private final BiConsumer<Mapping, Optional<Mapping>> replaced;
    private final Consumer<CheckedMapping> selected;
    private final List<Line> lines = new ArrayList<>();
    private final Pane drawn = new Pane();
    private final Rectangle clip = new Rectangle();

    MappingLines(
            Texts texts,
            HostTree host,
            ContainerTree container,
            BiConsumer<Mapping, Optional<Mapping>> replaced,
            Consumer<CheckedMapping> selected) {
        this.texts = texts;
        this.host = host;
        this.container = container;
        this.replaced = replaced;
        this.selected = selected;
        setPickOnBounds(false);
        drawn.setPickOnBounds(false);
        drawn.setClip(clip);
        getChildren().add(drawn);
        Runnable draw = this::draw; // one object, so that it can be taken away again
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(draw);
            }
            if (is != null) {
                is.addPostLayoutPulseListener(draw);
            }
        });
    }

    void show(List<CheckedMapping> plan) {
        lines.clear();
        drawn.getChildren().clear();
        for (CheckedMapping one : plan) {
            String kind = MappingLanes.kind(one.verdict());
            CubicCurve curve = new CubicCurve();
            curve.getStyleClass().addAll("mapping-line", "mapping-line-" + kind);
            curve.setMouseTransparent(true);
            Circle end = new Circle(4);
            end.getStyleClass().add("mapping-end");
            end.setVisible(!one.verdict().holds());
            Line line = new Line(one, curve, end, pill(one, kind));
            lines.add(line);
            drawn.getChildren().addAll(curve, end, line.pill());
        }
        requestLayout();
    }

    /** The same mapping, read-only instead of read-write, or the other way round. */
    static Mapping otherAccess(Mapping mapping) {
        return new Mapping(mapping.host(), mapping.container(), !mapping.readOnly());
    }

    private HBox pill(CheckedMapping one, String kind) {
        Mapping mapping = one.mapping();
        Button access = Controls.button(
                texts.get(mapping.readOnly() ? "ui.mounts.ro" : "ui.mounts.rw"),
                null,
                () -> replaced.accept(mapping, Optional.of(otherAccess(mapping))));
        access.setTooltip(new Tooltip(texts.get("ui.mounts.access-change")));
        access.setAccessibleText(access.getText() + ", " + mapping.host());
        access.getStyleClass().add("lane-access");
        access.setDisable(one.implied());
        Label badge = Controls.badge(texts.get(MappingLanes.word(one.verdict())), kind);
        HBox pill = Controls.row(badge, access);
        pill.setOnMouseClicked(e -> selected.accept(one));
        pill.getStyleClass().add("mapping-pill");
        pill.setSpacing(5);
        return pill;
    }

    private void draw() {
        if (getScene() == null || lines.isEmpty() || !host.view().isVisible()) {
            return;
        }
        Bounds left = sceneToLocal(host.view().localToScene(host.view().getBoundsInLocal()));
        Bounds right =
                sceneToLocal(container.view().localToScene(container.view().getBoundsInLocal()));
        clip.setX(left.getMaxX());
        clip.setY(left.getMinY());
        clip.setWidth(Math.max(0, right.getMinX() - left.getMaxX()));
        clip.setHeight(left.getHeight());
        for (Line line : lines) {
            place(line, left.getMaxX(), right.getMinX());
        }
    }

    private void place(Line line, double from, double to) {
        var there = container.itemOf(line.mapping());
        OptionalDouble start =
                host.itemOf(line.mapping()).map(i -> host.rows().middle(i)).orElse(OptionalDouble.empty());
        OptionalDouble end = there.map(i -> container.rows().middle(i)).orElse(OptionalDouble.empty());
        boolean known = start.isPresent() && end.isPresent();
        boolean inView = known && container.rows().inView(there.get());
        line.curve().setVisible(known);
        line.curve()
                .setOpacity(
                        inView
                                        && host.itemOf(line.mapping())
                                                .filter(host.rows()::inView)
                                                .isPresent()
                                ? 1
                                : FAINT);
        line.pill().setVisible(inView);
        line.end().setVisible(inView && !line.mapping().verdict().holds());
        if (!known) {
            return;
        }
        double y1 = sceneToLocal(0, start.getAsDouble()).getY();
        double y2 = sceneToLocal(0, end.getAsDouble()).getY();
        HBox pill = line.pill();
        double width = pill.prefWidth(-1);
        double height = pill.prefHeight(-1);
        boolean arrives = line.mapping().verdict().holds();
        double pillX = to - width - GAP;
        pill.resizeRelocate(pillX, y2 - height / 2, width, height);
        double stop = arrives ? to : pillX - GAP;
        CubicCurve curve = line.curve();
        double middle = from + (pillX - from) / 2;
        curve.setStartX(from);
        curve.setStartY(y1);
        curve.setControlX1(middle);
        curve.setControlY1(y1);
        curve.setControlX2(middle);
        curve.setControlY2(y2);
        curve.setEndX(stop);
        curve.setEndY(y2);
        line.end().setCenterX(stop);
        line.end().setCenterY(y2);
    }
}
