package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a program has beside its commands: a manual, completion, a version, and a report for a help desk. */
class ProgramPartsTest {

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said maxdock(Locale locale, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale,
                (target, project, ssh, site, page) -> 99,
                words);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(CommandLines.whole().getCommandSpec(), all);
        return all;
    }

    private static void collect(CommandSpec command, List<CommandSpec> into) {
        if (!command.usageMessage().hidden()) {
            into.add(command);
            command.subcommands().values().forEach(c -> collect(c.getCommandSpec(), into));
        }
    }

    /** Also those that a command has from the one above it. */
    @Test
    void eachOptionAndEachWordSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (CommandSpec command : commands()) {
            for (ArgSpec arg : command.args()) {
                if (!arg.hidden() && String.join("", arg.description()).isBlank()) {
                    silent.add(command.qualifiedName() + " "
                            + (arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel()));
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuildAndSaysWhatAReportNeeds() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<version>" + ProgramVersion.NUMBER + "</version>");
        Said said = maxdock(Locale.ENGLISH, "--version");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("MaxDock " + ProgramVersion.NUMBER)
                .contains("Java " + Runtime.version())
                .containsPattern("JavaFX \\d+\\.")
                .contains(System.getProperty("os.version"));
    }

    @Test
    void theManualHasAPageForEachCommandWithAllItsOptions() throws Exception {
        assertThat(maxdock(Locale.ENGLISH, "manual", folder.toString()).status())
                .isZero();
        List<CommandSpec> commands = commands();
        assertThat(commands).hasSizeGreaterThan(50);
        for (CommandSpec command : commands) {
            String page = Files.readString(folder.resolve(command.qualifiedName("-") + ".1"));
            assertThat(page).as(command.qualifiedName()).contains(".SH NAME\n", ".SH SYNOPSIS\n");
            command.options().stream()
                    .filter(o -> !o.inherited())
                    .forEach(o -> assertThat(page)
                            .as(command.qualifiedName())
                            .contains(o.longestName().replace("-", "\\-")));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSameSizeAs(commands);
        }
    }

    @Test
    void nothingInAPageIsTakenForALanguage() {
        String page = new RoffPage("x", "y").item(".SH", "'br \\fB ’ \n.SH z").text();
        assertThat(page)
                .endsWith("\\fB.SH\\fR\n\\&\\(aqbr \\efB \\[u2019]  .SH z\n")
                .isASCII();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsAllCommands(String shell) {
        Said said = maxdock(Locale.ENGLISH, "completion", shell);
        assertThat(said.status()).isZero();
        commands().forEach(c -> assertThat(said.out()).containsPattern("[ '\"]" + c.name() + "[ '\"\n]"));
    }

    @Test
    void aShellThatIsNotKnownIsWrongUsage() {
        Said said = maxdock(Locale.ENGLISH, "completion", "cmd");
        assertThat(said.status()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("cmd");
    }

    @Test
    void theDoctorSaysOfEachPartHowItIsInBothLanguages() throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            JsonNode report = new ObjectMapper()
                    .readTree(maxdock(locale, "--json", "doctor").out());
            assertThat(report.path("findings"))
                    .extracting(f -> f.path("part").asText())
                    .contains("java", "display", "files", "ssh", "agent", "tickets", "server", "engine", "slurm");
            assertThat(report.path("findings")).allSatisfy(f -> {
                assertThat(f.path("said").asText()).isNotBlank().doesNotStartWith("doctor.");
                assertThat(f.path("mend").asText()).doesNotStartWith("doctor.");
                assertThat(f.path("mend").asText().isEmpty())
                        .isEqualTo(f.path("state").asText().equals("present"));
            });
        }
    }

    @Test
    void theDoctorTellsNothingOfTheEnvironmentOrOfKeys() {
        String said = maxdock(Locale.ENGLISH, "doctor").out();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getValue().length() > 12 && !variable.getValue().startsWith("/")) {
                assertThat(said).doesNotContain(variable.getValue());
            }
        }
        assertThat(said).doesNotContain("SHA256:", "PRIVATE KEY", "auths");
    }

    @Test
    void aServerThatIsNotReachedIsToldAfterWhatIsHere() {
        Said said = maxdock(Locale.ENGLISH, "--on", "user@host.invalid", "doctor");
        assertThat(said.status()).isEqualTo(Exit.FAILED);
        assertThat(said.out()).contains("MaxDock " + ProgramVersion.NUMBER).contains("ssh agent");
        assertThat(said.err()).contains("host.invalid");
    }
}
