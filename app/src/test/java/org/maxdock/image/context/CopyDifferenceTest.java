package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CopyDifferenceTest {

    private static CopyDifference between(Map<String, String> there, Map<String, String> wanted) {
        return new CopyDifference(states(there), states(wanted));
    }

    /** What stands after an at sign is the time. */
    private static SortedMap<String, FileState> states(Map<String, String> texts) {
        SortedMap<String, FileState> states = new TreeMap<>();
        texts.forEach((name, text) -> {
            int at = text.indexOf('@');
            states.put(
                    name,
                    at < 0
                            ? new FileState(text, 0)
                            : new FileState(text.substring(0, at), Long.parseLong(text.substring(at + 1))));
        });
        return states;
    }

    @Test
    void whatIsOfAnotherTimeIsTouchedWhereNothingElseOfItComes() {
        CopyDifference difference = between(
                Map.of("a", "0 644 x@1", "b", "0 644 x@1", "c", "1 644 a x@1", "d", "5 755 @1", "d/e", "0 644 x@1"),
                Map.of("a", "0 644 x@2", "b", "0 644 x@1", "c", "1 644 a x@2", "d", "5 755 @2", "d/e", "0 600 x@2"));
        assertThat(difference.comes()).containsExactlyInAnyOrder("d", "d/e");
        assertThat(difference.touched()).containsExactly(Map.entry("a", 2L));
    }

    @Test
    void whatIsTheSameStays() {
        CopyDifference none = between(Map.of("a", "0 644 x", "d", "5 755 "), Map.of("a", "0 644 x", "d", "5 755 "));
        assertThat(none.gone()).isEmpty();
        assertThat(none.comes()).isEmpty();
    }

    @Test
    void whatChangedComesWithTheFoldersAboveIt() {
        CopyDifference difference = between(
                Map.of("d", "5 755 ", "d/e", "5 755 ", "d/e/f", "0 644 x", "g", "5 755 ", "g/old", "0 644 x"),
                Map.of("d", "5 755 ", "d/e", "5 755 ", "d/e/f", "0 644 y", "g", "5 755 "));
        assertThat(difference.comes()).containsExactlyInAnyOrder("d", "d/e", "d/e/f", "g");
        assertThat(difference.gone()).containsExactly("g/old");
        assertThat(difference.replaced()).containsExactly("d/e/f");
    }

    @Test
    void whatBecameOfAnotherKindGoesFirst() {
        CopyDifference difference = between(Map.of("a", "0 644 x"), Map.of("a", "5 755 ", "a/b", "0 644 x"));
        assertThat(difference.gone()).containsExactly("a");
        assertThat(difference.comes()).containsExactlyInAnyOrder("a", "a/b");
        assertThat(difference.replaced()).isEmpty();
    }

    /** It is opened on the host while the copy changes. */
    @Test
    void aFolderThatIsClosedComesAlways() {
        assertThat(between(Map.of("d", "5 555 "), Map.of("d", "5 555 ")).comes())
                .containsExactly("d");
    }
}
