package org.maxdock.ui.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import com.techsenger.jeditermfx.core.model.hyperlinks.LinkResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a program writes, only addresses of the web are opened by a click. */
class TerminalLinksTest {

    private static List<String> opened(String line) {
        List<String> opened = new ArrayList<>();
        LinkResult found = new TerminalLinks(opened::add).apply(line);
        if (found != null) {
            found.getItems().forEach(item -> {
                item.getLinkInfo().navigate();
                assertThat(line.substring(item.getStartOffset(), item.getEndOffset()))
                        .isEqualTo(opened.getLast());
            });
        }
        return opened;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.org/a?b=c#d. | https://example.org/a?b=c#d",
                "(http://127.0.0.1:8888/lab?token=1f) | http://127.0.0.1:8888/lab?token=1f",
                "http://[::1]:8080/ and https://b.org, | http://[::1]:8080/ https://b.org",
                "\"https://a.org/x\" | https://a.org/x",
                "file:///etc/passwd | ''",
                "javascript://x%0aalert(1) | ''",
                "https:// | ''",
                "https://$(reboot) | ''",
                "ftp://a.org/x | ''",
            })
    void addressesOfTheWebAlone(String line, String addresses) {
        assertThat(String.join(" ", opened(line))).isEqualTo(addresses);
    }

    /** What a program writes comes in pieces, and each piece is looked at. */
    @Test
    void anAddressThatGoesOnIsTheWholeOneForItsFirstLettersToo() {
        List<String> opened = new ArrayList<>();
        TerminalLinks links = new TerminalLinks(opened::add);
        LinkResult first = links.apply("see http://127.0.0.1:8888/lab?tok");
        links.apply("see http://127.0.0.1:8888/lab?token=1f https://b.org/");
        first.getItems().getFirst().getLinkInfo().navigate();
        assertThat(opened).containsExactly("http://127.0.0.1:8888/lab?token=1f");
        links.apply("see https://other.org/");
        first.getItems().getFirst().getLinkInfo().navigate();
        assertThat(opened).as("another line is another one").containsOnly("http://127.0.0.1:8888/lab?token=1f");
    }

    @ParameterizedTest
    @CsvSource({"9000, 1", "200000, 0"})
    void aLineWithoutEndHoldsNobodyUp(int letters, int found) {
        assertThat(opened("x".repeat(letters) + " https://a.org/")).hasSize(found);
    }
}
