package org.maxdock.ui.images;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** The ways by which an image comes to the engine, beside building it. */
final class GetMenu {

    private final Texts texts;
    private final Dialogs dialogs;
    private final ImageGetting getting;
    private final MenuButton view;

    /** @param registries makes the model of what there is in registries */
    GetMenu(Texts texts, Dialogs dialogs, ImageGetting getting, Supplier<RegistryModel> registries) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.getting = getting;
        view = new MenuButton(texts.get("ui.images.get"), new FontIcon("fth-download-cloud"));
        view.getItems()
                .setAll(
                        item("ui.images.pull", getting::pull),
                        item(
                                "ui.images.find",
                                () -> dialogs.show(
                                        texts.get("ui.images.find"), new RegistryView(texts, registries.get()).view())),
                        item("ui.images.load", getting::load),
                        item("ui.images.import", this::importRoot));
        view.setMinWidth(Region.USE_PREF_SIZE);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    MenuButton view() {
        return view;
    }

    private void importRoot() {
        BiConsumer<String, String> importer = getting.importer();
        TextField path = new TextField();
        path.setId("import-path");
        TextField name = new TextField();
        name.setId("import-name");
        VBox form = new VBox(
                10,
                Controls.field(texts.get("ui.images.import-path"), path),
                Controls.field(texts.get("ui.images.import-name"), name));
        form.setPrefWidth(480);
        if (dialogs.form(texts.get("ui.images.import"), form)) {
            importer.accept(path.getText(), name.getText());
        }
    }
}
