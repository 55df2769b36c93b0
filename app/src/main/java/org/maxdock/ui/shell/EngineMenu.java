package org.maxdock.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.EngineWhere;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.EngineModel;
import org.maxdock.ui.shared.TakeNode;
import org.maxdock.ui.shared.Ticker;

/** Which engine is worked with, in the line at the top; and another one in its place. */
final class EngineMenu extends MenuButton {

    /** A node's time is told in minutes at best. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final EngineModel model;
    private final TakeNode take;
    private final Texts texts;

    EngineMenu(EngineModel model, TakeNode take, Texts texts) {
        this.model = model;
        this.take = take;
        this.texts = texts;
        setId("engine-menu");
        getStyleClass().addAll("chip", "chip-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        setMnemonicParsing(false);
        setAccessibleText(texts.get("ui.engine.menu"));
        model.takenProperty().addListener((o, was, is) -> fill());
        model.notShownProperty().addListener((o, was, is) -> fill());
        setOnShowing(e -> {
            fill();
            model.look();
        });
        fill();
        new Ticker(LOOK, model.onNode(), model::tick).start();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        items.add(choice(texts.get("ui.engine.on-server"), new EnginePlace.OnServer()));
        items.add(choice(texts.get("ui.engine.here"), new EnginePlace.Here()));
        for (TakenNode node : model.takenProperty().get()) {
            items.add(choice(
                    texts.get("ui.engine.on-node", node.node(), node.job(), node.left()),
                    new EnginePlace.OnNode(Optional.of(node.job()))));
        }
        String notShown = model.notShownProperty().get();
        if (!notShown.isEmpty()) {
            items.add(said(notShown));
        }
        items.add(new SeparatorMenuItem());
        MenuItem another = item(texts.get("ui.engine.take"), take::open);
        another.setGraphic(new FontIcon("fth-plus-square"));
        items.add(another);
        for (TakenNode node : model.takenProperty().get()) {
            items.add(item(texts.get("ui.engine.give-back", node.node(), node.job()), () -> model.giveBack(node)));
        }
        items.stream()
                .filter(item -> item.getOnAction() != null)
                .forEach(item -> item.disableProperty().bind(model.busyProperty()));
        getItems().setAll(items);
    }

    private static MenuItem said(String sentence) {
        MenuItem item = new MenuItem(sentence);
        item.setMnemonicParsing(false);
        item.setDisable(true);
        return item;
    }

    private MenuItem choice(String words, EnginePlace place) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(
                model.where().map(EngineWhere::place).filter(place::equals).isPresent());
        item.setOnAction(e -> model.work(place));
        return item;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
