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
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.SettingsModel;
import org.maxdock.ui.shared.TroubleNote;

/** Appearance, language, the connection, and accounts at registries. */
public final class SettingsPage implements Page {

    private final RegistriesModel registries;
    private final VBox view;
    private final Background background;
    private final ComboBox<String> fonts;

    public SettingsPage(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            SettingsModel settings,
            Dialogs ask,
            RegistryOperations operations) {
        AppearanceModel appearance = new AppearanceModel(settings, texts);
        this.background = background;
        fonts = fonts(appearance);
        registries =
                new RegistriesModel(connection.at(Place.ACCOUNTS), background.at(Place.ACCOUNTS), texts, operations);
        view = Controls.page(
                Controls.title(texts.get("ui.page.settings")),
                Controls.field(
                        texts.get("ui.theme"),
                        choice(AppearanceModel.THEMES, appearance.themeProperty(), appearance::themeName)),
                Controls.field(
                        texts.get("ui.language"),
                        choice(AppearanceModel.LANGUAGES, appearance.languageProperty(), appearance::languageName)),
                Controls.muted(texts.get("ui.language.note")),
                Controls.field(texts.get("ui.terminal.font"), fonts),
                Controls.field(
                        texts.get("ui.terminal.size"),
                        choice(AppearanceModel.SIZES, appearance.sizeProperty(), size -> size)),
                new ConnectionsPanel(
                                new ConnectionsModel(connection.at(Place.SERVERS), settings, navigation, texts, ask),
                                texts)
                        .view(),
                new TroubleNote(connection.troubles(), Place.SERVER, texts),
                new TroubleNote(connection.troubles(), Place.SERVERS, texts),
                new TroubleNote(connection.troubles(), Place.ACCOUNTS, texts),
                new RegistryPanel(registries, connection, texts, ask).view());
    }

    /** The one that is set is among them before it is known which there are. */
    private static ComboBox<String> fonts(AppearanceModel appearance) {
        String now = appearance.fontProperty().get();
        return choice(now.isEmpty() ? List.of("") : List.of("", now), appearance.fontProperty(), appearance::fontName);
    }

    /** Which there are takes a while to see. */
    private void findFonts() {
        background.glance(
                a -> MonospacedFonts.families(),
                found -> found.stream()
                        .filter(family -> !fonts.getItems().contains(family))
                        .forEach(fonts.getItems()::add));
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
        findFonts();
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
