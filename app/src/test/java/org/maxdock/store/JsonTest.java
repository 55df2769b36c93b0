package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maxdock.lab.Hostile;
import org.maxdock.text.Printable;

class JsonTest {

    private final Json json = new Json();

    /** RFC 8259, section 7: any character may be escaped, one beyond U+FFFF as the two halves of it. */
    @Test
    void whatATerminalWouldObeyIsEscapedAndTheSameJson() throws Exception {
        String told = json.write(Map.of("a\u202e", "\u009b31m\u007f\u001b\u200b\udb40\udc41 \\\u061c ä 😀"));
        assertThat(told).isEqualTo("""
                        {
                          "a\\u202e": "\\u009b31m\\u007f\\u001B\\u200b\\udb40\\udc41 \\\\\\u061c ä 😀"
                        }
                        """);
        for (int from = 0; from <= Character.MAX_CODE_POINT; from += 0x100) {
            readsBack(IntStream.range(from, from + 0x100)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .mapToObj(c -> "x" + Character.toString(c))
                    .collect(Collectors.joining()));
        }
        Hostile hostile = new Hostile(System.nanoTime());
        for (int i = 0; i < 2000; i++) {
            readsBack(hostile.any());
        }
    }

    private void readsBack(String text) throws Exception {
        String written = json.write(List.of(text));
        assertThat(Printable.hides(written)).as(written).isFalse();
        assertThat(new ObjectMapper().readTree(written).get(0).asText()).isEqualTo(text);
        assertThat(json.parse(written.getBytes(StandardCharsets.UTF_8)).get(0).asText())
                .isEqualTo(text);
    }
}
