package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

class StrictJsonTest {

    private static final Untrusted ANSWER = Untrusted.of(10_000, TroubleKind.ANSWER_UNREADABLE, "r");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"a\" 1}, so schreibt man JSON nicht",
                "nonsense, so schreibt man JSON nicht",
                "`{\"a\":1,\"a\":2}`, a steht zweimal da",
                "[[[[, es ist größer oder tiefer geschachtelt als alles",
            })
    void whyItCannotBeReadIsToldInTheUsersLanguage(String text, String german) {
        byte[] bytes = (text.equals("[[[[") ? text.repeat(100) : text).getBytes(StandardCharsets.UTF_8);
        for (Untrusted.Reader<byte[], Object> reader :
                java.util.List.<Untrusted.Reader<byte[], Object>>of(StrictJson::parse, StrictJson::parseExactly)) {
            Trouble trouble = catchThrowableOfType(Trouble.class, () -> ANSWER.bytes(bytes, reader));
            assertThat(new Texts(Locale.GERMAN).what(trouble))
                    .contains(german)
                    .doesNotContain(trouble.arguments().getLast());
        }
    }
}
