package org.maxdock.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.SettingsModel;

/** Theme and language: what can be chosen, and what is; a choice is kept at once. On the window's thread. */
final class AppearanceModel {

    /** What can be chosen; an empty language is the system's. */
    static final List<String> THEMES = List.of("light", "dark");

    static final List<String> LANGUAGES = List.of("", "en", "de");

    private final Texts texts;
    private final StringProperty theme = new SimpleStringProperty();
    private final StringProperty language = new SimpleStringProperty();

    AppearanceModel(SettingsModel settings, Texts texts) {
        this.texts = texts;
        theme.set(settings.get().theme());
        language.set(settings.get().language());
        settings.settingsProperty().addListener((o, was, is) -> {
            theme.set(is.theme());
            language.set(is.language());
        });
        theme.addListener((o, was, is) -> {
            if (is != null && !is.equals(settings.get().theme())) {
                settings.change(s -> s.withTheme(is));
            }
        });
        language.addListener((o, was, is) -> {
            if (is != null && !is.equals(settings.get().language())) {
                settings.change(s -> s.withLanguage(is));
            }
        });
    }

    StringProperty themeProperty() {
        return theme;
    }

    StringProperty languageProperty() {
        return language;
    }

    String themeName(String name) {
        return texts.get("ui.theme." + name);
    }

    /** Each language in itself. */
    String languageName(String tag) {
        return tag.isEmpty() ? texts.get("ui.language.system") : Locale.of(tag).getDisplayLanguage(Locale.of(tag));
    }
}
