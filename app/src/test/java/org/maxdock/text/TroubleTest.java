package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aSentenceThatATroubleConsistsOfIsToldInTheUsersLanguage(String language) {
        Texts texts = new Texts(Locale.of(language));
        Message why = Message.of("check.partition.no-default");
        Message mend = Message.of("check.partition.choose", "maxcpu");
        Trouble trouble = new Trouble(TroubleKind.NODE_NOT_GRANTED, why, mend);
        assertThat(texts.what(trouble)).isEqualTo(texts.get(why)).isNotEqualTo(why.key());
        assertThat(texts.mend(trouble)).isEqualTo(texts.get(mend)).contains("maxcpu");
    }
}
