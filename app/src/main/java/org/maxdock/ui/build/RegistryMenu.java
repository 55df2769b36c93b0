package org.maxdock.ui.build;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;

/** Offers the known registries for the name of an image; nothing where none is known. */
final class RegistryMenu {

    private final StringProperty tag;
    private final MenuButton view = new MenuButton("", new FontIcon("fth-database"));

    /** @param tag the name, which a choice puts into its registry */
    RegistryMenu(KnownRegistries model, StringProperty tag, Texts texts) {
        this.tag = tag;
        ButtonFacts.command(view, "maxdock build -t REGISTRY/IMAGE");
        view.setId("registries");
        view.setAccessibleText(texts.get("ui.build.registry"));
        view.setTooltip(new Tooltip(texts.get("ui.build.registry")));
        view.setMinWidth(Region.USE_PREF_SIZE);
        view.managedProperty().bind(view.visibleProperty());
        model.allProperty().addListener((o, was, is) -> show(is));
        show(model.allProperty().get());
    }

    private void show(Map<String, String> all) {
        view.getItems()
                .setAll(new TreeMap<>(all)
                        .entrySet().stream()
                                .map(e -> item(e.getKey(), e.getValue()))
                                .toList());
        view.setVisible(!all.isEmpty());
    }

    private MenuItem item(String registry, String user) {
        MenuItem item = new MenuItem(Printable.line(registry));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> tag.set(KnownRegistries.in(registry, user, tag.get())));
        return item;
    }

    MenuButton view() {
        return view;
    }
}
