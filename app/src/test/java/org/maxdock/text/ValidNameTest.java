package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that people copy are names; what turns a line round or steers a terminal is in none. */
class ValidNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan 7",
                "Mess\u00adung",
                "Daten \ud83d\udc68\u200d\ud83d\udd2c",
                "a\u200bb",
                "\ufeffa",
                "\u26a1\ufe0e",
                "\u26a1\ufe0f"
            })
    void whatTextHasBetweenItsLettersMayBeInOne(String name) {
        assertThat(Valid.name("name", name, 100)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "a\u2066b", "a\u001b[2Kb", "a\u009bb", "a\u200eb", "a\udb40\udc41b"})
    void whatMakesItLookLikeAnotherIsRefused(String name) {
        assertThatThrownBy(() -> Valid.name("name", name, 100)).isInstanceOf(InvalidValue.class);
    }
}
