package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Texts;

/** From each state of the way one step leads on, and only one. */
class NextStepTest {

    /** A cross for what is there: connected, engine, project, image, recorded, provided, mapped. */
    @ParameterizedTest
    @CsvSource({
        ".......,CONNECT",
        ".xxxxxx,CONNECT",
        "x......,ENGINE",
        "x.xxxxx,ENGINE",
        "xx.....,PROJECT",
        "xx.xxxx,PROJECT",
        "xxx....,IMAGE",
        "xxx...x,IMAGE",
        "xxxx...,RECORD",
        "xxxx.xx,RECORD",
        "xxxxx..,PROVIDE",
        "xxxxx.x,PROVIDE",
        "xxxxxx.,MAP",
        "xxxxxxx,LAUNCH",
    })
    void theFirstThatIsNotDone(String there, NextStep step) {
        assertThat(NextStep.after(there(there))).isEqualTo(step);
    }

    private static NextStep.There there(String s) {
        return new NextStep.There(is(s, 0), is(s, 1), is(s, 2), is(s, 3), is(s, 4), is(s, 5), is(s, 6));
    }

    private static boolean is(String s, int i) {
        return s.charAt(i) == 'x';
    }

    @Test
    void eachThatIsOfferedHasItsSentenceAndItsButton() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Texts texts = new Texts(locale);
            for (NextStep step : NextStep.values()) {
                if (step != NextStep.CONNECT) { // the way to connect stands there itself
                    assertThat(texts.get("ui.next." + step.word(), "r/i:1")).isNotBlank();
                    assertThat(texts.get("ui.next.go." + step.word())).isNotBlank();
                }
            }
        }
    }
}
