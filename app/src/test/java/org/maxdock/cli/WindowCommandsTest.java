package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the window says is the command line for something is one, whole, with its options and its words. */
class WindowCommandsTest {

    /** A line that ends in a space, or with an equals sign, is gone on with by what is in the window just then. */
    private static final Pattern TOLD = Pattern.compile("\"maxdock ([^\"]+)\"");

    private static final int FEWEST = 80;

    @Test
    void eachIsAWholeCommandLine() throws Exception {
        List<String> told = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock", "ui"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                TOLD.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .map(line -> line.replace("\"", "").replaceFirst("^maxdock ", ""))
                        .forEach(told::add);
            }
        }
        assertThat(told).hasSizeGreaterThan(FEWEST);
        assertThat(told.stream().flatMap(line -> wrong(line).stream())).isEmpty();
    }

    private static Optional<String> wrong(String line) {
        CommandLine all = CommandLines.whole();
        try {
            all.parseArgs((line.endsWith(" ") ? line + "VALUE" : line).split(" "));
        } catch (ParameterException e) {
            return Optional.of(line + ": " + e.getMessage());
        }
        ParseResult at = all.getParseResult();
        while (at.hasSubcommand()) {
            at = at.subcommand();
        }
        return at.commandSpec().subcommands().isEmpty() ? Optional.empty() : Optional.of(line + " is no whole one");
    }
}
