package org.maxdock.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;

/** How the connection stands, in the line at the top, and what can be done about it. */
final class ConnectionMenu extends MenuButton {

    private final ConnectionChoices choices;
    private final Texts texts;

    ConnectionMenu(ConnectionChoices choices, Texts texts) {
        this.choices = choices;
        this.texts = texts;
        ButtonFacts.command(this, "maxdock --on SERVER status");
        setId("connection-menu");
        getStyleClass().addAll("chip", "chip-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        setMnemonicParsing(false);
        choices.onOthers(this::fill);
        setOnShowing(e -> fill());
    }

    /** @param kind ok, bad, or empty */
    void show(String words, String kind) {
        setText(words);
        setAccessibleText(texts.get("ui.connection.menu", words));
        getStyleClass().removeAll("chip-ok", "chip-bad");
        if (!kind.isEmpty()) {
            getStyleClass().add("chip-" + kind);
        }
        fill();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        if (!choices.wrong().isEmpty()) {
            MenuItem wrong = item(choices.wrong(), () -> {});
            wrong.setDisable(true);
            items.add(wrong);
        }
        for (ConnectionChoices.Server server : choices.servers()) {
            RadioMenuItem one = new RadioMenuItem(server.target());
            one.setMnemonicParsing(false);
            one.setSelected(server.open());
            one.setOnAction(e -> server.act().run());
            items.add(one);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        choices.others().forEach(other -> items.add(item(other.words(), other.act())));
        getItems().setAll(items);
    }

    private static MenuItem item(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }
}
