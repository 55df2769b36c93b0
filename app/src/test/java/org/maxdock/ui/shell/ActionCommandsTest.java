package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Texts;

class ActionCommandsTest {

    @ParameterizedTest
    @CsvSource({
        "en, Give max-wn001 back (job 7), maxdock node give-back JOB",
        "de, Node zurück, ''",
        "en, Connect to max-wgs again, maxdock --on SERVER status",
        "de, Trennen, maxdock --on SERVER connection end",
        "en, 'max-wn001 (job 7, 1:00 left)', maxdock --engine node:JOB images",
        "en, Nothing like it, ''"
    })
    void anActionIsKnownByItsWordsWhateverStandsInThem(Locale language, String words, String command) {
        assertThat(new ActionCommands(new Texts(language)).of(words)).isEqualTo(command);
    }
}
