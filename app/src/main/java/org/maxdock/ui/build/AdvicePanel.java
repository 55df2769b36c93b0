package org.maxdock.ui.build;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Advice on the Dockerfile as it stands, a line each, with where it comes from. */
final class AdvicePanel {

    private final Texts texts;
    private final IntConsumer goTo;
    private final Supplier<List<Button>> templates;
    private final VBox list = new VBox();
    private final Label count = new Label();
    private final VBox view;

    /**
     * @param blank whether there is no Dockerfile yet
     * @param goTo shows a line of the Dockerfile
     * @param templates to begin with
     */
    AdvicePanel(
            Texts texts,
            ObservableList<Advice> advice,
            ObservableBooleanValue blank,
            IntConsumer goTo,
            Supplier<List<Button>> templates) {
        this.texts = texts;
        this.goTo = goTo;
        this.templates = templates;
        list.setId("advice");
        list.setAccessibleText(texts.get("ui.build.advice"));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        view = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.build.advice")), Controls.space(), count), scroll);
        view.setMinHeight(150);
        view.setPrefHeight(170);
        advice.addListener((ListChangeListener<Advice>) change -> show(advice, blank.get()));
        blank.addListener((o, was, is) -> show(advice, is));
        show(advice, blank.get());
    }

    private void show(List<Advice> advice, boolean blank) {
        list.getChildren()
                .setAll(
                        blank
                                ? List.of(begin())
                                : advice.isEmpty()
                                        ? List.of(nothing())
                                        : advice.stream().map(this::row).toList());
        Controls.badge(count, advice.isEmpty() ? "" : String.valueOf(advice.size()), "warn");
    }

    private Label nothing() {
        Label none = Controls.muted(texts.get("ui.build.no-advice"));
        none.getStyleClass().add("panel-body");
        return none;
    }

    private VBox begin() {
        FlowPane buttons = new FlowPane(8, 8);
        buttons.getChildren().setAll(templates.get());
        VBox begin = new VBox(10, Controls.wrapped(texts.get("ui.build.begin")), buttons);
        begin.getStyleClass().add("panel-body");
        return begin;
    }

    Node view() {
        return view;
    }

    private Node row(Advice advice) {
        Button line =
                Controls.button(texts.get("ui.build.line", advice.line()), null, () -> goTo.accept(advice.line()));
        line.getStyleClass().addAll("badge", "badge-warn");
        Label text = Controls.wrapped(texts.get(advice.text()));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label from = Controls.muted(
                texts.get("advice.from." + advice.origin().name().toLowerCase(Locale.ROOT), advice.rule()));
        from.getStyleClass().add("small");
        from.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(line, text, from);
        row.getStyleClass().add("list-row");
        return row;
    }
}
