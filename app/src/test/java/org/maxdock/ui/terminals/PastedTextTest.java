package org.maxdock.ui.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others wrote is pasted as text, and nothing in it is a key. */
class PastedTextTest {

    /** Line breaks as L, to be read; what waits for Enter runs nothing. */
    @ParameterizedTest
    @CsvSource({"ls, 0", "lsL, 1", "lsLpwd, 2", "lsLpwdL, 2", "L, 1", "LL, 2", "'', 0"})
    void eachLineThatWouldRunIsCounted(String text, int lines) {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(new PastedText(text.replace("L", end)).lines()).isEqualTo(lines);
        }
    }

    @Test
    void nothingInItEndsWhatItIsMarkedWith() {
        for (int c = 0; c < 0x3000; c++) {
            String text = "a" + Character.toString(c) + "[201~rm -rf ~\nb";
            String keys = new PastedText(text).keys(true);
            assertThat(keys).startsWith("\u001b[200~a").endsWith("\rb\u001b[201~");
            String inside = keys.substring(6, keys.length() - 6);
            assertThat(inside.chars())
                    .as("U+%04X", c)
                    .allMatch(i -> i == '\r' || i == '\t' || !Character.isISOControl(i));
        }
    }

    @Test
    void ofALongOneABeginningIsLookedAt() {
        assertThat(new PastedText("ls\n").begin()).isEqualTo("ls\n");
        assertThat(new PastedText("🎉".repeat(1_000_000)).begin())
                .endsWith("🎉…")
                .hasSizeLessThan(10_100);
    }

    @Test
    void whatIsTypedForItIsTheTextWithEnterForEachLine() {
        assertThat(new PastedText("eins\tzwei 🎉\r\ndrei\n").keys(false)).isEqualTo("eins\tzwei 🎉\rdrei\r");
        assertThat(new PastedText("ls\u0003\u007f -l\u009b").keys(false)).isEqualTo("ls -l");
    }
}
