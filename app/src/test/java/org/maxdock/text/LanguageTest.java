package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.shell.AnsiQuotes;
import org.maxdock.slurm.NodeNames;

/** Programs with the user's language set to one that has digits and letters of its own. */
class LanguageTest {

    /** The conversions of java.util.Formatter that are written in the digits of the language. */
    private static final Pattern NUMBER = Pattern.compile("(?<!%)%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[dfeEgGaAt]");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "th-TH-u-nu-thai", "en"})
    void whatSlurmAndShellsReadIsTheSameInAllLanguages(String language) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(NodeNames.expand("max-wn[009-011],x1")).containsExactly("max-wn009", "max-wn010", "max-wn011", "x1");
        assertThat(AnsiQuotes.write("a\u0001\n\u007f")).matches("\\p{ASCII}*");
        assertThat(TroubleKind.FILE_LOCKED.key()).isEqualTo("file-locked");
    }

    /** String.formatted has no locale of its own, and is for texts with %s alone. */
    @Test
    void noScriptIsFormattedWithNumbersOfALanguage() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (text.contains(".formatted(") && NUMBER.matcher(text).find()) {
                    found.add(source);
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
