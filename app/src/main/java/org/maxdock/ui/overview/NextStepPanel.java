package org.maxdock.ui.overview;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.NextStep;

/**
 * What next: a sentence and a button, or two where there is another way. Nothing while the way to connect stands here,
 * or where kept launches, each with its own button, are all there is to do.
 */
final class NextStepPanel {

    private final NextStepModel model;
    private final LaunchCards cards;
    private final Texts texts;
    private final Label what = Controls.wrapped("");
    private final Button go = Controls.primary("", "fth-arrow-right", () -> {});
    private final Button other = Controls.button("", "fth-layers", () -> {});
    private final VBox view;

    /** @param busy whether what a step does is under way */
    NextStepPanel(
            NextStepModel model,
            LaunchCards cards,
            NextStepActions actions,
            ReadOnlyBooleanProperty busy,
            Texts texts) {
        this.model = model;
        this.cards = cards;
        this.texts = texts;
        go.setId("next-step");
        go.setOnAction(e -> actions.go(model.stepProperty().get(), model.image()));
        go.disableProperty().bind(busy);
        what.setId("next-step-text");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        other.setId("other-step");
        other.setOnAction(e -> actions.goOther(model.stepProperty().get()));
        other.disableProperty().bind(busy);
        other.managedProperty().bind(other.visibleProperty());
        HBox row = Controls.row(what, go, other);
        row.getStyleClass().add("panel-body");
        view = Controls.panel(Controls.row(new FontIcon("fth-compass"), Controls.head(texts.get("ui.next"))), row);
        view.managedProperty().bind(view.visibleProperty());
        InvalidationListener show = o -> show();
        for (var each : model.whatItFollows()) {
            each.addListener(show);
        }
        cards.cardsProperty().addListener(show);
        show();
    }

    private void show() {
        NextStep step = model.stepProperty().get();
        view.setVisible(step != NextStep.CONNECT
                && (step != NextStep.LAUNCH || cards.cardsProperty().get().isEmpty()));
        if (step != NextStep.CONNECT) {
            what.setText(Printable.text(texts.get("ui.next." + step.word(), model.image())));
            go.setText(texts.get("ui.next.go." + step.word()));
            other.setVisible(step.hasOther());
            other.setText(step.hasOther() ? texts.get("ui.next.other." + step.word()) : "");
        }
    }

    VBox view() {
        return view;
    }
}
