package org.maxdock.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.store.Settings;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.SettingsModel;

/**
 * Theme, language and the font of terminals: what can be chosen, and what is; a choice is kept at once. On the window's
 * thread.
 */
final class AppearanceModel {

    /** What can be chosen; an empty language is the system's. */
    static final List<String> THEMES = List.of("light", "dark");

    static final List<String> LANGUAGES = List.of("", "en", "de");

    /** Points of a terminal's letters. */
    static final List<String> SIZES = IntStream.rangeClosed(Settings.LEAST_SIZE, Settings.MOST_SIZE)
            .mapToObj(String::valueOf)
            .toList();

    private final Texts texts;
    private final StringProperty theme = new SimpleStringProperty();
    private final StringProperty language = new SimpleStringProperty();
    private final StringProperty font = new SimpleStringProperty();
    private final StringProperty size = new SimpleStringProperty();

    AppearanceModel(SettingsModel settings, Texts texts) {
        this.texts = texts;
        theme.set(settings.get().theme());
        language.set(settings.get().language());
        font.set(settings.get().terminalFont());
        size.set(String.valueOf(settings.get().terminalSize()));
        settings.settingsProperty().addListener((o, was, is) -> {
            font.set(is.terminalFont());
            size.set(String.valueOf(is.terminalSize()));
            theme.set(is.theme());
            language.set(is.language());
        });
        theme.addListener((o, was, is) -> {
            if (is != null && !is.equals(settings.get().theme())) {
                settings.change(s -> s.withTheme(is));
            }
        });
        font.addListener((o, was, is) -> {
            if (is != null && !is.equals(settings.get().terminalFont())) {
                settings.change(s -> s.withTerminalFont(is));
            }
        });
        size.addListener((o, was, is) -> {
            if (is != null && !is.equals(String.valueOf(settings.get().terminalSize()))) {
                settings.change(s -> s.withTerminalSize(Integer.parseInt(is)));
            }
        });
        language.addListener((o, was, is) -> {
            if (is != null && !is.equals(settings.get().language())) {
                settings.change(s -> s.withLanguage(is));
            }
        });
    }

    StringProperty fontProperty() {
        return font;
    }

    /** Points. */
    StringProperty sizeProperty() {
        return size;
    }

    /** An empty family is the system's. */
    String fontName(String family) {
        return family.isEmpty() ? texts.get("ui.terminal.font.system") : family;
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
