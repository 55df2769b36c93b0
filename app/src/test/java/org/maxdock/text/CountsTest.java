package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of something is said as one, of whatever kind the argument is that counts it. */
class CountsTest {

    private static final int MOST_HOLES = 10;

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(?<![\\d.,-])1 (?:of 1 |von 1 )?(?:"
            + "images|layers|files|folders|keys|nodes|jobs|containers|records|mappings|signatures|partitions|pieces"
            + "|links|cores|lines|processes|tasks|steps|minutes|hours|days|seconds|terminals|signers|sessions"
            + "|Images|Schichten|Dateien|Verweise|Jobs|Einträge|Zuordnungen|Unterschriften|Partitionen|Teilen?"
            + "|Kernen?|Sitzungen|Zeilen|Prozesse|Schritte|Minuten|Stunden|Tagen?|Sekunden)\\b");

    /** Said of several only, or of a number that is the program's own. */
    private static final Set<String> SEVERAL = Set.of(
            "check.nodes.each",
            "check.nodes.first",
            "check.nodes.terminal",
            "check.nodes.too-many",
            "doctor.silent",
            "trouble.login-silent");

    static Stream<String> keys() {
        return ResourceBundle.getBundle("org.maxdock.messages", Locale.ROOT).keySet().stream()
                .filter(key -> !SEVERAL.contains(key))
                .sorted();
    }

    private static String filled(Locale locale, String key, Object with) {
        Object[] arguments = new Object[MOST_HOLES];
        Arrays.fill(arguments, with);
        return new Texts(locale).get(key, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void oneIsNotSeveral(String language) {
        Locale locale = Locale.of(language);
        assertThat(keys().filter(key ->
                        ONE_OF_SEVERAL.matcher(filled(locale, key, 1)).find()))
                .isEmpty();
    }

    @Test
    void aTextTakesAnyArgument() {
        for (Locale locale : Set.of(Locale.ENGLISH, Locale.GERMAN)) {
            keys().forEach(key -> {
                for (Object with : new Object[] {0, 1, 2, 12_345L, "1", "-3", "many", "{0}"}) {
                    assertThat(filled(locale, key, with))
                            .as("%s with %s", key, with)
                            .isNotBlank();
                }
                assertThat(filled(locale, key, "1")).isEqualTo(filled(locale, key, 1));
            });
        }
    }
}
