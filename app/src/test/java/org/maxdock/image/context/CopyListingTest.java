package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyListingTest {

    private static SortedMap<String, String> read(String text) throws IOException {
        return CopyListing.read(text.replace('|', '\0').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachIsWhatTheHostSays() throws Exception {
        String digest = "a".repeat(64);
        assertThat(read("d 755 d||f 4751 d/a b||l 777 l|/x|p 644 p||s 600 socket|||" + digest + "  ./d/a b|"))
                .containsExactlyEntriesOf(new java.util.TreeMap<>(Map.of(
                        "d", "5 755 ",
                        "d/a b", "0 4751 " + digest,
                        "l", "2 777 /x",
                        "p", "6 644 ",
                        "socket", "\0 600 ")));
    }

    @Test
    void aFileOfSeveralNamesIsALinkByAllButTheLeast() throws Exception {
        String digest = "a".repeat(64);
        String digests = digest + "  ./x|" + digest + "  ./d/a|" + digest + "  ./alone|";
        assertThat(read("h 644 x|7|h 644 d/a|7|h 644 alone|8||" + digests))
                .containsExactlyEntriesOf(new java.util.TreeMap<>(
                        Map.of("alone", "0 644 " + digest, "d/a", "0 644 " + digest, "x", "1 644 d/a " + digest)));
    }

    @Test
    void anEmptyOneIsEmpty() throws Exception {
        assertThat(read("|")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "f 9 a||", "f a||", "f 644||", "  ||"})
    void whatIsNoneIsRefusedOrNothing(String text) {
        assertThatThrownBy(() -> {
                    if (read(text).isEmpty()) {
                        throw new IOException("nothing");
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
