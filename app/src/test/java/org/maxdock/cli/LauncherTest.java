package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** What was rehearsed of the window is for the window, with a server or a project, too; for nothing else. */
    @ParameterizedTest
    @CsvSource({
        "'', window",
        "--on images, window",
        "-F build --on max-wgs --project plan, window",
        "--site=jobs --json, window",
        "--on max-wgs images, commands",
        "-h, commands",
        "--engine images --help, commands",
        "manual, commands",
        "--on max-wgs build --on images, commands"
    })
    void theLauncherOfThePackagesTakesWhatWasRehearsedForThis(String words, String cache) throws Exception {
        Path called = packaged("printf '%s\\n' \"$@\"");
        List<String> command = new ArrayList<>(List.of("sh", called.toString()));
        Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).forEach(command::add);
        assertThat(Lab.run(command).out().lines().filter(word -> word.startsWith("-XX:AOTCache=")))
                .singleElement()
                .asString()
                .endsWith("/" + cache + ".aot");
    }

    @ParameterizedTest
    @MethodSource("namesOfSharedOptionsWithAValue")
    void aValueIsNoCommandToTheLauncherOfThePackages(String option) throws Exception {
        theLauncherOfThePackagesTakesWhatWasRehearsedForThis(option + " images", "window");
    }

    /** Java would end at a closed input, and write to a file of its own where an output is. */
    @ParameterizedTest
    @CsvSource({"<&-, 0", ">&-, 1", "2>&-, 2", "<&- >&- 2>&-, 0 1 2"})
    void theLauncherOfThePackagesLeavesNoStreamClosed(String closed, String numbers) throws Exception {
        Path called = packaged("for fd in 0 1 2; do [ -e /proc/self/fd/$fd ] && echo $fd; done > \"$0.said\"\nexit 0");
        Lab.run(List.of("sh", "-c", "\"$1\" jobs " + closed, "sh", called.toString()));
        assertThat(home.resolve("runtime/bin/java.said")).as(numbers).hasContent("0\n1\n2");
    }

    /** A closed output stays one that cannot be written to. */
    @Test
    void whatIsWrittenToAClosedOutputFails() throws Exception {
        Path called = packaged("echo x 2> /dev/null");
        assertThat(Lab.run(List.of("sh", "-c", "\"$1\" jobs >&-", "sh", called.toString()))
                        .status())
                .isNotZero();
    }

    /** Java reads and writes names of files as the locale has them. */
    @ParameterizedTest
    @CsvSource({
        "LC_ALL=C, C.UTF-8/C.UTF-8",
        "LC_ALL=POSIX LANG=de_DE.UTF-8, C.UTF-8/C.UTF-8",
        "LANG=C, /C.UTF-8",
        "A=b, /C.UTF-8",
        "LC_ALL=C.UTF-8, C.UTF-8/",
        "LANG=de_DE.UTF-8, /",
        "LC_CTYPE=de_DE.ISO-8859-1, /de_DE.ISO-8859-1"
    })
    void aLocaleOfAsciiBecomesOneOfAllNames(String set, String all) throws Exception {
        Path called = packaged("printf %s/%s \"${LC_ALL:-}\" \"${LC_CTYPE:-}\"");
        String unset = "env -u LC_ALL -u LC_CTYPE -u LANG " + set + " \"$1\" jobs";
        assertThat(Lab.run(List.of("sh", "-c", unset, "sh", called.toString())).out())
                .isEqualTo(all);
        String launcher = Files.readString(Path.of("../packaging/common"));
        int begin = launcher.indexOf("name_all_paths() {");
        String function = launcher.substring(begin, launcher.indexOf("\n}\n", begin) + 3);
        String script =
                "set -euo pipefail\n" + function + "name_all_paths; printf %s/%s \"${LC_ALL:-}\" \"${LC_CTYPE:-}\"";
        String other = "env -u LC_ALL -u LC_CTYPE -u LANG " + set + " bash -c \"$1\" 2> /dev/null";
        assertThat(Lab.run(List.of("sh", "-c", other, "sh", script)).out()).isEqualTo(all);
    }

    @TempDir
    Path home;

    /** The launcher as it is installed, with a script in the place of Java. */
    private Path packaged(String java) throws Exception {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("runtime/bin"));
        Path program = Files.writeString(home.resolve("runtime/bin/java"), "#!/bin/sh\n" + java + "\n");
        Path called = Files.copy(Path.of("../packaging/packages.d/launcher"), home.resolve("bin/maxdock"));
        assertThat(program.toFile().setExecutable(true) && called.toFile().setExecutable(true))
                .isTrue();
        return called;
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
