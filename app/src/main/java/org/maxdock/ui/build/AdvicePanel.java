package org.maxdock.ui.build;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Advice on the Dockerfile as it stands, a line each, with where it comes from. */
final class AdvicePanel {

    private final Session session;
    private final IntConsumer goTo;
    private final VBox list = new VBox();
    private final Label count = new Label();
    private final VBox view;

    /** @param goTo shows a line of the Dockerfile */
    AdvicePanel(Session session, IntConsumer goTo) {
        this.session = session;
        this.goTo = goTo;
        list.setId("advice");
        list.setAccessibleText(session.text("ui.build.advice"));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        view = Controls.panel(
                Controls.row(Controls.head(session.text("ui.build.advice")), Controls.space(), count), scroll);
        view.setMinHeight(150);
        view.setPrefHeight(170);
        show(List.of());
    }

    void show(List<Advice> advice) {
        Label none = Controls.muted(session.text("ui.build.no-advice"));
        none.getStyleClass().add("panel-body");
        list.getChildren()
                .setAll(
                        advice.isEmpty()
                                ? List.of(none)
                                : advice.stream().map(this::row).toList());
        Controls.badge(count, advice.isEmpty() ? "" : String.valueOf(advice.size()), "warn");
    }

    Node view() {
        return view;
    }

    private Node row(Advice advice) {
        Button line =
                Controls.button(session.text("ui.build.line", advice.line()), null, () -> goTo.accept(advice.line()));
        line.getStyleClass().addAll("badge", "badge-warn");
        Label text = Controls.wrapped(
                session.text("advice." + advice.rule(), advice.arguments().toArray()));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label from = Controls.muted(
                session.text("advice.from." + advice.origin().name().toLowerCase(Locale.ROOT), advice.rule()));
        from.getStyleClass().add("small");
        from.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(line, text, from);
        row.getStyleClass().add("list-row");
        return row;
    }
}
