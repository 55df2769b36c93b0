package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What a refusal must be to a user, in each language. */
public final class Sentence {

    private static final List<Texts> TEXTS = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.GERMAN));

    private Sentence() {}

    public static void isOne(String path, Trouble trouble) {
        assertThat(trouble.kind()).as(path).isNotEqualTo(TroubleKind.UNEXPECTED);
        for (Texts texts : TEXTS) {
            assertThat(texts.what(trouble))
                    .as(path)
                    .doesNotStartWith("trouble.")
                    .doesNotContain("Exception", "null")
                    .hasSizeLessThan(500)
                    .matches("\\P{Cntrl}+");
            assertThat(texts.mend(trouble)).as(path).isNotEmpty();
        }
    }
}
