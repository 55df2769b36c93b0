package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyListingTest {

    private static SortedMap<String, String> read(String text) throws IOException {
        return FileState.whats(states(text));
    }

    private static SortedMap<String, FileState> states(String text) throws IOException {
        return CopyListing.read(text.replace('|', '\0').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachIsWhatTheHostSays() throws Exception {
        String digest = "a".repeat(64);
        assertThat(read("d 755 1 d||f 4751 1 d/a b||l 777 1 l|/x|p 644 1 p||s 600 1 socket|||" + digest + "  ./d/a b|"))
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
        assertThat(read("h 644 1 x|7|h 644 1 d/a|7|h 644 1 alone|8||" + digests))
                .containsExactlyEntriesOf(new java.util.TreeMap<>(
                        Map.of("alone", "0 644 " + digest, "d/a", "0 644 " + digest, "x", "1 644 d/a " + digest)));
    }

    /** As find(1) tells times, which has ten digits behind the point. */
    @ParameterizedTest
    @CsvSource({
        "1600000000.1234567890, 16000000001234",
        "1600000000, 16000000000000",
        "0.0000999990, 0",
        "-1.0000000000, -10000"
    })
    void aTimeIsToldInTenthsOfMilliseconds(String time, long tenths) throws Exception {
        assertThat(states("f 644 " + time + " a||")).containsExactly(Map.entry("a", new FileState("0 644 ", tenths)));
    }

    @Test
    void anEmptyOneIsEmpty() throws Exception {
        assertThat(read("|")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "f 9 1 a||", "f 644 a||", "f 1 a||", "f 644 1||", "f 644 1.x a||", "   ||"})
    void whatIsNoneIsRefusedOrNothing(String text) {
        assertThatThrownBy(() -> {
                    if (read(text).isEmpty()) {
                        throw new IOException("nothing");
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
