package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.lab.Lab;
import picocli.CommandLine.Model.OptionSpec;

/** The launcher prepares a lab for the command try, and for nothing that only looks like it. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("../packaging/maxdock");

    static Stream<String> namesOfSharedOptionsWithAValue() {
        return CommandLines.whole().getCommandSpec().options().stream()
                .filter(option -> option.arity().max() == 1)
                .map(OptionSpec::names)
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("namesOfSharedOptionsWithAValue")
    void aValueIsNoCommand(String option) throws Exception {
        assertThat(firstCommand(option, "try", "jobs")).isEqualTo("jobs");
        assertThat(firstCommand(option, "here", "try")).isEqualTo("try");
        assertThat(firstCommand("--json", option, "try")).isEmpty();
        assertThat(firstCommand(option)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"try --no-window, try", "--json try, try", "--on=try jobs, jobs", "pull try, pull", "-Fx try, try"})
    void theFirstWordThatIsNoOptionIsTheCommand(String words, String command) throws Exception {
        assertThat(firstCommand(words.split(" "))).isEqualTo(command);
    }

    @Test
    void withoutWordsThereIsNone() throws Exception {
        assertThat(firstCommand()).isEmpty();
    }

    private static String firstCommand(String... words) throws Exception {
        String launcher = Files.readString(LAUNCHER);
        int begin = launcher.indexOf("first_command() {");
        String function = launcher.substring(begin, launcher.indexOf("\n}\n", begin) + 3);
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "set -euo pipefail\n" + function + "first_command \"$@\"", "bash"));
        command.addAll(List.of(words));
        Lab.Said said = Lab.run(command);
        assertThat(said.status()).as(said.err()).isZero();
        return said.out().strip();
    }
}
