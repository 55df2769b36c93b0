package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the window says is the command line for something, is one. */
class CommandsOfActionsTest {

    private static final Pattern COMMAND = Pattern.compile("\"maxdock ((?:--[a-z-]+ \\S+ )*)([a-z][^\"]*)\"");
    private static final int FEWEST = 40;

    @Test
    void eachIsThere() throws Exception {
        CommandLine all = CommandLines.whole();
        List<MatchResult> told;
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock", "ui"))) {
            told = sources.filter(p -> p.toString().endsWith(".java"))
                    .flatMap(p -> COMMAND.matcher(text(p)).results())
                    .toList();
        }
        assertThat(told).hasSizeGreaterThan(FEWEST);
        for (MatchResult one : told) {
            CommandLine at = all;
            for (String word : one.group(2).split(" ")) {
                if (at.getSubcommands().isEmpty() || !word.matches("[a-z][a-z-]*")) {
                    break;
                }
                at = at.getSubcommands().get(word);
                assertThat(at).as(one.group() + ": " + word).isNotNull();
            }
            if (!one.group(2).endsWith(" ")) { // else more is put behind it
                List<String> words = List.of(one.group().replace("\"", "").split(" "));
                at.getCommandSpec().requiredArgs().stream()
                        .filter(OptionSpec.class::isInstance)
                        .map(OptionSpec.class::cast)
                        .forEach(option ->
                                assertThat(option.names()).as(one.group()).anyMatch(words::contains));
            }
            for (String option : one.group().replace("\"", "").split(" ")) {
                if (option.startsWith("--")) {
                    CommandLine command = one.group(1).contains(option) ? all : at;
                    assertThat(command.getCommandSpec().findOption(option))
                            .as(one.group())
                            .isNotNull();
                }
            }
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
