package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutFarewellTest {

    private static String read(String... pieces) throws Exception {
        InputStream all = InputStream.nullInputStream();
        for (String piece : pieces) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8)));
        }
        return new String(new WithoutFarewell(all).readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bye\r\n", "ä\u001b[9mstruck\u001b", "\u001b[999H", "\u001b[\u001b[999H\r\n[EOF"})
    void goesWhereverItIsCutAndAllElseStays(String before) throws Exception {
        String text = before + WithoutFarewell.FAREWELL + "\u001b[?25h";
        for (int i = 0; i <= text.length(); i++) {
            assertThat(read(text.substring(0, i), text.substring(i)))
                    .as("cut at " + i)
                    .isEqualTo(before + "\u001b[?25h");
        }
        assertThat(read(before)).isEqualTo(before);
    }
}
