package org.maxdock.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maxdock.store.Settings;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/** Appearance, language, the connection, and accounts at registries. */
public final class SettingsPage implements Page {

    private final RegistryPanel registries;
    private final VBox view;

    public SettingsPage(Session session, Dialogs ask) {
        registries = new RegistryPanel(session, ask);
        ComboBox<String> theme = choice(List.of("light", "dark"), name -> session.text("ui.theme." + name));
        theme.setValue(session.settingsProperty().get().theme());
        theme.setOnAction(e -> session.change(s -> s.withTheme(theme.getValue())));
        ComboBox<String> language = choice(
                List.of("", "en", "de"),
                tag -> tag.isEmpty()
                        ? session.text("ui.language.system")
                        : Locale.of(tag).getDisplayLanguage(Locale.of(tag)));
        Settings settings = session.settingsProperty().get();
        language.setValue(settings.language());
        language.setOnAction(e -> session.change(s -> s.withLanguage(language.getValue())));
        view = Controls.page(
                Controls.title(session.text("ui.page.settings")),
                Controls.field(session.text("ui.theme"), theme),
                Controls.field(session.text("ui.language"), language),
                Controls.muted(session.text("ui.language.note")),
                new ConnectionsPanel(session, ask).view(),
                registries.view());
    }

    private static ComboBox<String> choice(List<String> values, java.util.function.UnaryOperator<String> name) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setPrefWidth(240);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return box;
    }

    @Override
    public void shown() {
        registries.refresh();
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String icon() {
        return "fth-settings";
    }

    @Override
    public Node view() {
        return view;
    }
}
