package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command lines that the window tells of are ones that there are. */
class WindowCommandsTest {

    private static final Pattern TOLD = Pattern.compile("\"maxdock (?:--(?:on|engine|project) \\S+ )*([a-z -]+)");

    @Test
    void everyOneIsACommand() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock", "ui"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher told = TOLD.matcher(Files.readString(source));
                while (told.find()) {
                    seen.add(told.group(1));
                    check(told.group(1));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static void check(String words) {
        CommandLine at = CommandLines.whole();
        for (String word : words.strip().split(" ")) {
            if (word.startsWith("-")) {
                assertThat(at.getCommandSpec().findOption(word)).as(words).isNotNull();
            } else {
                assertThat(at.getSubcommands()).as(words).containsKey(word);
                at = at.getSubcommands().get(word);
            }
        }
        assertThat(at.getSubcommands()).as(words + " is a whole one").isEmpty();
    }
}
