package org.maxdock.ui.settings;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.SettingsModel;

/** Appearance, language, the connection, and accounts at registries. */
public final class SettingsPage implements Page {

    private final RegistriesModel registries;
    private final VBox view;

    public SettingsPage(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            SettingsModel settings,
            Dialogs ask,
            RegistryOperations operations) {
        AppearanceModel appearance = new AppearanceModel(settings, texts);
        registries = new RegistriesModel(connection, background, texts, operations);
        view = Controls.page(
                Controls.title(texts.get("ui.page.settings")),
                Controls.field(
                        texts.get("ui.theme"),
                        choice(AppearanceModel.THEMES, appearance.themeProperty(), appearance::themeName)),
                Controls.field(
                        texts.get("ui.language"),
                        choice(AppearanceModel.LANGUAGES, appearance.languageProperty(), appearance::languageName)),
                Controls.muted(texts.get("ui.language.note")),
                Controls.field(texts.get("ui.terminal.font"), fonts(appearance)),
                Controls.field(
                        texts.get("ui.terminal.size"),
                        choice(AppearanceModel.SIZES, appearance.sizeProperty(), size -> size)),
                new ConnectionsPanel(new ConnectionsModel(connection, settings, navigation, texts, ask), texts).view(),
                new RegistryPanel(registries, connection, texts, ask).view());
    }

    /** Which there are is looked up when somebody wants to see them: it takes a while. */
    private static ComboBox<String> fonts(AppearanceModel appearance) {
        ComboBox<String> box = choice(List.of(""), appearance.fontProperty(), appearance::fontName);
        box.setOnShowing(e -> {
            if (box.getItems().size() == 1) {
                box.getItems().addAll(MonospacedFonts.families());
            }
        });
        return box;
    }

    private static ComboBox<String> choice(List<String> values, StringProperty chosen, UnaryOperator<String> name) {
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
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    @Override
    public void shown() {
        registries.read();
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
