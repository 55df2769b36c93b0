package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.launch.Launch;
import org.maxdock.store.Json;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What comes after an option that takes a value is its value, also where an option of ours is written so. */
class OptionValuesTest {

    private static CommandLine line() {
        Console console = new Console(System.out, System.err, new Texts(Locale.ENGLISH), new Json());
        return CommandLineMain.line(new ConsoleFactory(console, (target, folder, ssh, site, page) -> Exit.DONE));
    }

    static Stream<String> optionsOfLaunch() {
        return line().getSubcommands().get("launch").getCommandSpec().options().stream()
                .flatMap(o -> Stream.of(o.names()));
    }

    private static Launch read(String... options) throws Exception {
        CommandLine line = line();
        String[] words = Stream.of(Stream.of("launch"), Stream.of(options), Stream.of("image:1", "true", "--batch"))
                .flatMap(w -> w)
                .toArray(String[]::new);
        line.parseArgs(words);
        LaunchCommand command = line.getSubcommands().get("launch").getCommand();
        assertThat(command.command).containsExactly("true", "--batch");
        return command.options.launch(command.name, command.image, command.command);
    }

    @ParameterizedTest
    @MethodSource("optionsOfLaunch")
    void eachOptionOfOursIsAValueToo(String option) throws Exception {
        String valued = option.startsWith("--") ? option + "=1" : "--label=" + option;
        Launch launch = read(
                "--docker-arg=" + valued,
                "--docker-arg",
                valued,
                "--env=" + option + "=x",
                "-e",
                option + "=",
                "--name",
                option);
        assertThat(launch.container().arguments()).containsExactly(valued, valued);
        assertThat(launch.container().environment()).containsExactly(option + "=x", option + "=");
        assertThat(launch.name()).isEqualTo(option);
        if (option.matches("--(array|help|version)")) { // which the launch sets itself, or which only tell something
            assertThatThrownBy(() -> read("--slurm-arg", option))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            e -> assertThat(e.trouble().kind()).isEqualTo(TroubleKind.BAD_SLURM_OPTION));
        } else if (option.startsWith("--")) { // those for SLURM are long
            launch = read("--slurm-arg=" + option + "=1", "--slurm-arg", option);
            assertThat(launch.place().allocation().orElseThrow().more()).containsExactly(option + "=1", option);
        }
    }

    /** Without a type SLURM sends none. */
    @Test
    void mailIsSentWhereItIsAskedFor() throws Exception {
        assertThat(read("--mail-user=me@here")
                        .place()
                        .allocation()
                        .orElseThrow()
                        .options())
                .contains("--mail-user=me@here", "--mail-type=END,FAIL");
        assertThat(read("--mail-user=me@here", "--slurm-arg=--mail-type=BEGIN")
                        .place()
                        .allocation()
                        .orElseThrow()
                        .options())
                .contains("--mail-type=BEGIN")
                .doesNotContain("--mail-type=END,FAIL");
        assertThat(read().place().allocation().orElseThrow().options()).noneMatch(o -> o.startsWith("--mail"));
    }

    @Test
    void whatOnlyAClusterHasIsRefusedElsewhere() {
        for (String option : List.of("--port=8888", "--cluster-name=mine")) {
            assertThatThrownBy(() -> read("--kind=command", option))
                    .isInstanceOfSatisfying(
                            Trouble.class, e -> assertThat(e.kind()).isEqualTo(TroubleKind.NOT_TOGETHER));
            assertThatCode(() -> read("--kind=command", "--mode=dockercluster", option))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> read("--kind=web", "--port=8888")).doesNotThrowAnyException();
    }

    /** As docker has it: an argument takes the variable's value, a label is empty. */
    @Test
    void aBuildsArgumentsAndLabelsMayHaveNoValue() {
        CommandLine line = line();
        line.parseArgs("build", "--build-arg", "PATH", "--build-arg", "A=b=c", "--label", "ci", "--label", "x=y z");
        BuildCommand command = line.getSubcommands().get("build").getCommand();
        assertThat(command.arguments())
                .containsEntry("PATH", System.getenv("PATH"))
                .containsEntry("A", "b=c");
        assertThat(command.labels).containsEntry("ci", "").containsEntry("x", "y z");
        CommandLine other = line();
        other.parseArgs("build", "--build-arg", "NO_SUCH_VARIABLE_HERE");
        BuildCommand without = other.getSubcommands().get("build").getCommand();
        assertThat(without.arguments()).isEmpty();
    }

    /** Each option that takes a value and may stand before the command. */
    static Stream<String> sharedOptions() {
        return line().getCommandSpec().options().stream()
                .filter(o -> o.arity().max() == 1 && o.arity().min() == 1)
                .flatMap(o -> Stream.of(o.names()));
    }

    @ParameterizedTest
    @MethodSource("sharedOptions")
    void aValueMayBeCalledAsACommandIs(String option) {
        CommandLine line = line();
        for (String command : line.getSubcommands().keySet()) {
            var result =
                    line.parseArgs(JoinedValues.of(line, option, command, "digest", option, command, "verify", "node"));
            assertThat(result.subcommand().commandSpec().name()).isEqualTo("digest");
            assertThat(result.subcommand().subcommand().commandSpec().name()).isEqualTo("verify");
            Object value = result.matchedOption(option).getValue();
            assertThat(value instanceof List<?> list ? list.getLast() : value).hasToString(command);
        }
    }

    /** Each option whose values may be several or none, after the words that lead to it. */
    static Stream<List<String>> optionsOfVaryingValues() {
        return varying(line(), List.of());
    }

    private static Stream<List<String>> varying(CommandLine line, List<String> path) {
        Stream<List<String>> own = line.getCommandSpec().options().stream()
                .filter(o -> o.arity().max() > o.arity().min())
                .map(o ->
                        Stream.concat(path.stream(), Stream.of(o.longestName())).toList());
        return Stream.concat(
                own,
                line.getSubcommands().entrySet().stream()
                        .flatMap(e -> varying(
                                e.getValue(),
                                Stream.concat(path.stream(), Stream.of(e.getKey()))
                                        .toList())));
    }

    @ParameterizedTest
    @MethodSource("optionsOfVaryingValues")
    void valuesThatVaryEndWhereAnOptionBegins(List<String> words) {
        List<String> path = words.subList(0, words.size() - 1);
        String varying = words.getLast();
        CommandLine line = line();
        CommandLine command = line;
        for (String word : path) {
            command = command.getSubcommands().get(word);
        }
        OptionSpec next = command.getCommandSpec().options().stream()
                .filter(o -> o.arity().max() == 1 && !o.longestName().equals(varying))
                .findFirst()
                .orElseThrow();
        List<String> typed = new ArrayList<>(path);
        command.getCommandSpec().positionalParameters().forEach(p -> typed.add("image:1"));
        int most = command.getCommandSpec().findOption(varying).arity().max();
        List<String> values = most > 1 ? List.of("a", "b") : List.of();
        typed.add(varying);
        typed.addAll(values);
        typed.addAll(List.of(next.longestName(), "12"));
        CommandLine.ParseResult read = line.parseArgs(typed.toArray(String[]::new));
        while (read.hasSubcommand()) {
            read = read.subcommand();
        }
        assertThat(read.matchedOption(varying).originalStringValues().stream().filter(v -> !v.isEmpty()))
                .containsExactlyElementsOf(values);
        assertThat(read.matchedOption(next.longestName()).originalStringValues())
                .containsExactly("12");
    }
}
