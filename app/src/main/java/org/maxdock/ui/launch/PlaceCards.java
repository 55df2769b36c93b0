package org.maxdock.ui.launch;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** Where to, a card for each place. */
final class PlaceCards {

    private final PlaceModel model;
    private final Texts texts;
    private final FlowPane cards = new FlowPane(8, 8);
    private final VBox view;
    private boolean several;

    PlaceCards(PlaceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label notShown = Controls.wrapped("");
        notShown.textProperty().bind(model.notShownProperty());
        notShown.visibleProperty().bind(model.notShownProperty().isNotEmpty());
        notShown.managedProperty().bind(notShown.visibleProperty());
        view = new VBox(8, cards, notShown);
        cards.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> several = e.isShortcutDown());
        model.cardsProperty().addListener((o, was, is) -> show());
        show();
    }

    Node view() {
        return view;
    }

    /** The cards that are there stay, so that the focus stays where it is. */
    private void show() {
        var now = model.cardsProperty().get();
        var there = cards.getChildren().stream().map(Node::getUserData).toList();
        if (!there.equals(now.stream().map(this::what).toList())) {
            cards.getChildren().setAll(now.stream().map(this::card).toList());
        }
        for (int i = 0; i < now.size(); i++) {
            ((ToggleButton) cards.getChildren().get(i)).setSelected(now.get(i).selected());
        }
    }

    private record Shown(PlaceChoice choice, String title, String limit, String free) {}

    private Shown what(PlaceModel.Card card) {
        return new Shown(card.choice(), card.title(), card.limit(), card.free());
    }

    private Node card(PlaceModel.Card place) {
        Label title = new Label(place.title());
        title.getStyleClass().add("card-title");
        ToggleButton card = new ToggleButton();
        card.setGraphic(new VBox(3, title, Controls.muted(place.limit()), Controls.muted(place.free())));
        ButtonFacts.command(card, command(place.choice()));
        card.setUserData(what(place));
        card.setAccessibleText(place.title());
        card.getStyleClass().add("partition-card");
        card.setTooltip(new Tooltip(texts.get("ui.launch.several")));
        card.setOnAction(e -> choose(place.choice(), several));
        card.setOnKeyPressed(e -> {
            if (e.isShortcutDown() && e.getCode() == KeyCode.SPACE) { // with Ctrl, that is no click
                choose(place.choice(), true);
            }
        });
        return card;
    }

    private static String command(PlaceChoice choice) {
        return switch (choice) {
            case PlaceChoice.Server here -> "maxdock launch --here";
            case PlaceChoice.Job job -> "maxdock launch --in-job " + job.id();
            case PlaceChoice.Queue queue -> "maxdock launch -p " + queue.partition();
        };
    }

    /** @param besides whether what is chosen already stays */
    private void choose(PlaceChoice choice, boolean besides) {
        if (besides) {
            model.add(choice);
        } else {
            model.choose(choice);
        }
        show(); // a click on the chosen one would take the choice away
    }
}
