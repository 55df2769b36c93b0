package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine;

/** What the window says names no command of MaxDock, none of its options, and nothing of how it is made. */
class WindowTextsTest {

    private static final Path BUNDLES = Path.of("..", "ui-resources", "src", "main", "resources", "org", "maxdock");

    /** Of the command line alone; and what is said of a Dockerfile, in its own words. */
    private static final List<String> ELSEWHERE = List.of("cli.", "doctor.", "advice.", "trouble.try-");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("\\bmaxdock [a-z]+");

    /** A class, a method, a fault of Java. */
    private static final Pattern MADE_OF =
            Pattern.compile("\\b(?:java|org|com)\\.[a-z]+\\.|Exception\\b|\\bnull\\b|Throwable|[a-z]+\\(\\)");

    private static Properties read(String name) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> options(CommandLine line) {
        return Stream.concat(
                        line.getCommandSpec().options().stream().flatMap(o -> Stream.of(o.names())),
                        line.getSubcommands().values().stream().flatMap(sub -> options(sub).stream()))
                .collect(Collectors.toSet());
    }

    /** Those of which only the command line knows. */
    private static Set<String> ofCommandLine() throws Exception {
        Set<String> elsewhere = new TreeSet<>();
        Set<String> there = new TreeSet<>();
        Pattern kind = Pattern.compile("TroubleKind\\.([A-Z_]{2,})");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher named = kind.matcher(Files.readString(source));
                while (named.find()) {
                    (source.getParent().endsWith("cli") ? there : elsewhere)
                            .add("trouble."
                                    + TroubleKind.valueOf(named.group(1)).key());
                }
            }
        }
        there.removeAll(elsewhere);
        return there;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties"})
    void nameNoOptionAndNoClass(String bundle) throws Exception {
        Properties texts = read(bundle);
        Set<String> options = options(CommandLines.whole());
        Set<String> ofCommandLine = ofCommandLine();
        Set<String> wrong = new TreeSet<>();
        for (String key : texts.stringPropertyNames()) {
            boolean inWindow = !texts.containsKey(key + ".window")
                    && ELSEWHERE.stream().noneMatch(key::startsWith)
                    && !ofCommandLine.contains(key.replaceFirst("\\.mend$", ""));
            String text = texts.getProperty(key);
            if (inWindow
                    && (OPTION.matcher(text).results().anyMatch(m -> options.contains(m.group()))
                            || COMMAND.matcher(text).find()
                            || MADE_OF.matcher(text).find())) {
                wrong.add(key + "=" + text);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatOnlyTheWindowSaysIsSaidOfWhatThereIs() throws Exception {
        Properties texts = read("messages.properties");
        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".window"))
                        .map(key -> key.replaceFirst("\\.window$", "")))
                .isNotEmpty()
                .allMatch(texts::containsKey);
    }

    @Test
    void aFaultIsToldWithoutItsException() {
        Exception fault = new IllegalStateException("at java.base/java.util.List");
        Trouble trouble = new Trouble(fault, TroubleKind.UNEXPECTED, fault);
        assertThat(Texts.ofWindow(Locale.ENGLISH).explain(trouble))
                .startsWith("Something unexpected happened")
                .doesNotContain("java");
        assertThat(new Texts(Locale.ENGLISH).explain(trouble)).contains("java.util.List");
    }
}
