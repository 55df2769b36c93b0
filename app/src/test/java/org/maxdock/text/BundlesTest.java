package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language that there is a file of is found, and English is where there is none. */
class BundlesTest {

    private static final Path FILES = Path.of("../ui-resources/src/main/resources/org/maxdock");

    static List<String> translations() throws Exception {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+_[a-z]+\\.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aTranslationIsFound(String file) {
        String language = file.substring(file.lastIndexOf('_') + 1);
        String name = "org.maxdock." + file.substring(0, file.lastIndexOf('_'));

        assertThat(Bundles.of(name, Locale.of(language)).getLocale()).isEqualTo(Locale.of(language));
        assertThat(Bundles.of(name, Locale.of(language, "AT")).getLocale()).isEqualTo(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "fa", ""})
    void whatIsNotTranslatedIsEnglish(String language) {
        assertThat(Bundles.of("org.maxdock.messages", Locale.of(language)).getLocale())
                .isEqualTo(Locale.ROOT);
    }
}
