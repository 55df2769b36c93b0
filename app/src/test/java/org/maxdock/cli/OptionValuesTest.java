package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.launch.Launch;
import org.maxdock.store.Json;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine;

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
}
