package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.store.Json;
import org.maxdock.text.Texts;

/**
 * An application's launch says what was found before its start, as launches of every other kind do: in one document.
 */
class ServedToldTest {

    private static final String NOTES = "\"preflight\":[{\"state\":\"note\"}]";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new Texts(Locale.ENGLISH),
            new Json());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a document is wanted | it answers | its address is told | what is on standard output
                "true | true | true | {\"address\":\"http://a\",NOTES}",
                "true | true | false | {NOTES}",
                "true | false | false | {\"exitStatus\":3,NOTES}",
                "false | true | true | http://a",
                "false | true | false | ''",
                "false | false | false | ''",
            })
    void oneDocumentOrTheAddressAlone(boolean document, boolean answers, boolean address, String expected) {
        ServedTold told = new ServedTold(console, document, Map.of("preflight", List.of(Map.of("state", "note"))));
        if (answers) {
            told.answers(address ? Optional.of("http://a") : Optional.empty());
        }
        told.ended(3);
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .isEqualTo(expected.replace("NOTES", NOTES));
    }
}
