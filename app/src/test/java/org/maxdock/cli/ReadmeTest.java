package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each command that the README shows is one: its words and options are those of the command line. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    /** In a line of its own, in a sentence, or in another program's line, up to what ends it there. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^    (?:id=\\$\\()?(?:packaging/)?|`|<\\()maxdock(?![-_…/])((?: (?!#)[^`\\n#|)]*)?)(?=[`\\n#|)])");

    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1).strip());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsOne(String words) {
        CommandLine line = CommandLines.whole();
        List<String> typed = words.isEmpty() ? List.of() : List.of(words.split(" +"));
        String[] joined = JoinedValues.of(line, typed.toArray(String[]::new));
        assertThat(line.parseArgs(joined).unmatched()).as(words).isEmpty();
    }

    @Test
    void manyAreThere() throws Exception {
        assertThat(commands()).hasSizeGreaterThan(40).anyMatch(c -> c.startsWith("digest verify"));
    }
}
