package org.maxdock.ui.overview;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.CheckTexts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.RowMenu;

/** A card for each kept launch. */
final class CardsPane {

    private final LaunchCards model;
    private final Texts texts;
    private final FlowPane view = new FlowPane(12, 12);

    CardsPane(LaunchCards model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.cardsProperty().addListener((o, was, is) -> show());
        view.managedProperty().bind(view.visibleProperty());
        show();
    }

    private void show() {
        view.getChildren()
                .setAll(model.cardsProperty().get().stream().map(this::card).toList());
        view.setVisible(!view.getChildren().isEmpty());
    }

    private Node card(LaunchCards.Card one) {
        Label name = new Label(one.launch().name());
        name.getStyleClass().add("card-title");
        Label what = Controls.wrapped(one.what());
        what.getStyleClass().add("text-muted");
        Label state = new Label();
        one.checksProperty().addListener((o, was, is) -> show(state, is));
        show(state, one.checksProperty().get());
        Button start = Controls.go(texts.get("ui.start"), "fth-play", one::start);
        start.disableProperty().bind(model.startable().not());
        start.setAccessibleText(texts.get("ui.start-named", one.launch().name()));
        Button edit = Controls.button(texts.get("ui.edit"), null, one::edit);
        Button forget = Controls.iconButton(
                "fth-trash-2", texts.get("ui.launch.forget-named", one.launch().name()), one::forget);
        VBox card = new VBox(8, name, what, Controls.row(start, edit, Controls.space(), state, forget));
        card.getStyleClass().addAll("panel", "card");
        card.setPrefWidth(346);
        card.setOnMouseEntered(e -> one.near());
        RowMenu.give(card, List.of(card));
        return card;
    }

    private static void show(Label state, Optional<CheckTexts.Summary> checks) {
        Controls.badge(
                state,
                checks.map(CheckTexts.Summary::text).orElse(""),
                checks.map(CheckTexts.Summary::kind).orElse("plain"));
        state.setTooltip(checks.filter(c -> !c.lines().isEmpty())
                .map(c -> new Tooltip(String.join("\n", c.lines())))
                .orElse(null));
    }

    Node view() {
        return view;
    }
}
