package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins a here-document, as BuildKit's parser of Dockerfiles has it. */
class HereDocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "RUN cat <<EOF # EOF",
                "RUN python3 << EOF # EOF",
                "RUN <<-  'A B' # -A B",
                "RUN <<\\EOF # EOF",
                "RUN <<E\"O\"F # EOF",
                "RUN cat 3<<A 4<<-B # A, -B",
                "COPY <<a.txt <<\"b.txt\" /x/ # a.txt, b.txt",
                "RUN cat <<EOF>/x && true # EOF",
                "RUN cat <<A|sort # A",
                "RUN echo \"see <<EOF\" > /h # ``",
                "RUN echo 'see <<EOF' > /h # ``",
                "RUN [\"sh\",\"-c\",\"cat <<EOF\"] # ``",
                "RUN cat <<<EOF # ``",
                "RUN echo $((1<<x)) # ``",
                "RUN cat << # ``",
                "RUN cat <<'' # ``",
            })
    void begins(String line, String names) {
        assertThat(HereDocuments.of(line).stream()
                        .map(end -> (end.tabs() ? "-" : "") + end.name())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a:1\nRUN python3 << EOF\nfrom numpy import zeros\nEOF\nRUN true",
                "FROM a:1\nRUN echo \"see <<EOF\" > /h\nFROM a:1\nEOF\n",
                "# version=1.2\n# escape=`\nFROM a:1\nRUN a \\\n  from\n",
            })
    void whatItHoldsIsNoBase(String text) throws Exception {
        assertThat(BaseImages.of(text, Map.of(), Set.of())).containsOnly("a:1");
    }

    @Test
    @Timeout(20)
    void manyTakeNoLongerThanTheyAre() {
        assertThat(Dockerfile.read("RUN" + " <<a".repeat(65_000) + "\n".repeat(250_000) + "a\n"))
                .isNotEmpty();
    }
}
