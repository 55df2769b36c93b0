package org.maxdock.ui.jobs;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** What of mine is still there and nobody looks at: shown only where there is something. */
final class LeftoverPanel {

    private static final int SHOWN = 5;

    private final LeftoversModel model;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final VBox view;

    LeftoverPanel(LeftoversModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label passedOver = Controls.wrapped("");
        passedOver.textProperty().bind(model.passedOverProperty());
        passedOver.visibleProperty().bind(model.passedOverProperty().isNotEmpty());
        passedOver.managedProperty().bind(passedOver.visibleProperty());
        Button all = ButtonFacts.command(
                Controls.button(texts.get("ui.jobs.stop-all"), "fth-x", model::stopAll), "maxdock leftovers --stop");
        all.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.forgotten().size() > 1, model.lines()));
        all.managedProperty().bind(all.visibleProperty());
        view = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.jobs.still")), Controls.space(), all),
                new VBox(lines, passedOver));
        view.setMinHeight(Region.USE_PREF_SIZE);
        view.visibleProperty().bind(Bindings.isNotEmpty(model.lines()).or(passedOver.visibleProperty()));
        view.managedProperty().bind(view.visibleProperty());
        model.lines().addListener((ListChangeListener<LeftoversModel.Line>) change -> show());
    }

    VBox view() {
        return view;
    }

    private void show() {
        lines.getChildren()
                .setAll(model.lines().stream().limit(SHOWN).map(this::line).toList());
        if (model.lines().size() > SHOWN) {
            HBox more = Controls.row(
                    Controls.muted(texts.get("ui.jobs.still.more", model.lines().size() - SHOWN)));
            more.getStyleClass().add("list-row");
            lines.getChildren().add(more);
        }
    }

    private HBox line(LeftoversModel.Line left) {
        Label text = new Label(model.text(left));
        text.setMinWidth(0);
        HBox line = Controls.row(text, Controls.space());
        if (left.isTerminal()) {
            line.getChildren()
                    .add(Controls.primary(texts.get("ui.jobs.attach"), "fth-terminal", () -> model.attach(left)));
        }
        line.getChildren().add(Controls.button(texts.get("ui.jobs.stop"), "fth-x", () -> model.stop(left)));
        line.getStyleClass().add("list-row");
        return line;
    }
}
