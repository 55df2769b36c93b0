package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A line is read as if all commands were there with their options, though only those that it names are. */
class KnownCommandsTest {

    static Stream<String> names() {
        return KnownCommands.all().keySet().stream();
    }

    private static String said(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLineMain.run(stream, stream, Locale.ENGLISH, (target, project, ssh, site, page) -> Exit.DONE, words);
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandHasTheNameThatItSays(String name) {
        assertThat(KnownCommands.all().get(name).getAnnotation(Command.class).name())
                .isEqualTo(name);
    }

    @Test
    void whatNoPackageHasIsNamedByNoHelpOfOne() {
        assertThat(names().filter(name -> KnownCommands.isHidden(name, true)))
                .containsExactlyInAnyOrder("try", "words", "manual");
        assertThat(names().filter(name -> KnownCommands.isHidden(name, false)))
                .containsExactlyInAnyOrder("words", "manual");
    }

    @Test
    void headingsAreInTheLanguageOfTheTexts() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLineMain.run(
                stream, stream, Locale.GERMAN, (target, project, ssh, site, page) -> Exit.DONE, "plan", "--help");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("Aufruf: maxdock plan ")
                .contains("\nBefehle:\n")
                .doesNotContain("Usage:", "Commands:");
        assertThat(said("plan", "--help")).startsWith("Usage: maxdock plan ").contains("\nCommands:\n");
    }

    /** Where picocli broke a line in a label, there would be a space. */
    @Test
    void aLabelInTheManualIsOneWord() {
        Map<String, String> pages = ManualPages.of(CommandLines.whole().getCommandSpec());
        assertThat(pages.get("maxdock-launch.1")).contains("[\\-v=HOST:CONTAINER[:ro]]");
        assertThat(pages.values()).noneMatch(page -> page.contains("HOST: CONTAINER"));
    }

    @Test
    void theHelpIsTheSame() {
        assertThat(said("--help")).isEqualTo(CommandLines.whole().getUsageMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help images", "-h launch", "--on status --help", "--project build -h images", "-h"})
    void theHelpBeforeACommandIsThatOfAll(String line) {
        assertThat(said(line.split(" "))).isEqualTo(CommandLines.whole().getUsageMessage());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHelpOfACommandIsTheSame(String name) {
        CommandLine command = CommandLines.whole().getSubcommands().get(name);

        assertThat(said(name, "--help")).isEqualTo(command.getUsageMessage());
        assertThat(said("--on", "images", name, "--help")).isEqualTo(command.getUsageMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imags",
                "--no-such",
                "status --no-such",
                "launch --help --no-such",
                "container",
                "contaner shell",
                "imags --on images",
                "--json contaner shell",
                "lauch image"
            })
    void whatIsWrongIsToldTheSame(String line) {
        List<String> all = KnownCommands.all().keySet().stream().toList();
        String[] words = line.split(" ");

        String told = said(words);

        assertThat(told).isNotBlank();
        // to name a value after each command has all of them there
        String[] more = Stream.concat(all.stream().flatMap(name -> Stream.of("--ssh-option", name)), Stream.of(words))
                .toArray(String[]::new);
        assertThat(said(more)).isEqualTo(told);
    }
}
