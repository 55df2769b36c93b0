package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.store.SettingsFile;

/** Names are completed in each of the shells, by the script that maxdock prints for it. */
class CompletionTest {

    private static final String BASH = """
            compopt() { :; } # which works while somebody types
            source "$1"
            COMP_LINE=$2 COMP_POINT=${#2} COMP_CWORD=$3
            shift 3
            COMP_WORDS=("$@")
            _maxdock_words
            printf '<%s>\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    private static String maxdock(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                words);
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In the program's place one that tells how it was called, and some names. */
    @BeforeEach
    void standIn() throws Exception {
        Path program = folder.resolve("maxdock");
        Files.writeString(program, """
                #!/bin/sh
                printf '%s\n' "$@" > "$0.called"
                printf '%s\n' max-registry:5000/a:1 'two words' '$(touch evil);x'
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> shell(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "env",
                "HOME=" + folder,
                "PATH=" + folder + ":/usr/bin:/bin",
                "sh",
                "-c",
                "cd \"$1\"; shift; exec \"$@\"",
                "sh",
                folder.toString()));
        line.addAll(List.of(words));
        Output output = new LocalHost().run(Command.of(line.toArray(String[]::new)), new Cancellation());
        assertThat(output.errors()).isEmpty();
        assertThat(folder.resolve("evil")).doesNotExist();
        return output.text().lines().toList();
    }

    private Path script(String shell) throws Exception {
        return Files.writeString(folder.resolve("script"), maxdock("completion", shell));
    }

    private String called() throws Exception {
        return Files.readString(folder.resolve("maxdock.called"));
    }

    @Test
    void bash() throws Exception {
        String script = script("bash").toString();
        assertThat(shell("bash", "-c", BASH, "-", script, "maxdock push ", "2", "maxdock", "push", ""))
                .containsExactly("<max-registry:5000/a:1>", "<two\\ words>", "<\\$\\(touch\\ evil\\)\\;x>");
        assertThat(called()).isEqualTo("words\n--\nmaxdock push \n");
        String[] broken = {"maxdock", "push", "max-registry", ":", "50"};
        List<String> words =
                new ArrayList<>(List.of("bash", "-c", BASH, "-", script, "maxdock push max-registry:50", "4"));
        words.addAll(List.of(broken));
        assertThat(shell(words.toArray(String[]::new))).as("behind the colon").contains("<5000/a:1>");
    }

    @Test
    void zsh() throws Exception {
        String inZsh = "autoload -U compinit; compinit -u -D\n" + BASH.replace("_maxdock_words\n", """
                () { emulate -L sh; setopt kshglob noshglob braceexpand; _maxdock_words }
                """);
        assertThat(shell(
                        "zsh",
                        "-fc",
                        inZsh,
                        "-",
                        script("zsh").toString(),
                        "maxdock push max-registry:50",
                        "2",
                        "maxdock",
                        "push",
                        "max-registry:50"))
                .contains("<max-registry:5000/a:1>", "<two\\ words>");
        assertThat(called()).isEqualTo("words\n--\nmaxdock push max-registry:50\n");
    }

    @Test
    void fish() throws Exception {
        String inFish = "source $argv[1]; complete -C 'maxdock push max-reg'";
        assertThat(shell("fish", "--no-config", "-c", inFish, script("fish").toString()))
                .contains("max-registry:5000/a:1");
        assertThat(called()).isEqualTo("words\n--\nmaxdock push max-reg\n");
    }

    /** Commands and options are known without a look anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"maxdock pu", "maxdock push --js"})
    void nobodyIsAskedForCommandsAndOptions(String line) throws Exception {
        String[] words = line.split(" ");
        List<String> call = new ArrayList<>(
                List.of("bash", "-c", BASH, "-", script("bash").toString(), line, String.valueOf(words.length - 1)));
        call.addAll(List.of(words));
        assertThat(shell(call.toArray(String[]::new))).isNotEmpty();
        assertThat(folder.resolve("maxdock.called")).doesNotExist();
    }

    @Test
    void whatAProjectHasIsKnownWithoutAServer() throws Exception {
        Path project = Files.createDirectories(folder.resolve("p"));
        new Project(project, new Json()).put(org.maxdock.ui.ProjectBench.launch("start me", "r/new:1"));
        assertThat(maxdock("words", "--", "maxdock --project " + project + " launch --saved s"))
                .isEqualTo("start me\n");
        assertThat(maxdock("words", "--", "maxdock --project " + project + " launch --saved=t"))
                .isEmpty();
        assertThat(maxdock("words", "--", "maxdock --project " + project + " launch --saved="))
                .isEqualTo("--saved=start me\n");
        maxdock("--project", project.toString(), "plan", "save", "data", "-v", "/a:/b");
        assertThat(maxdock("words", "--", "maxdock plan show --project " + project + " "))
                .isEqualTo("data\n");
        assertThat(maxdock("words", "--", "maxdock plan show --project /nowhere/at/all "))
                .isEmpty();
    }

    @Test
    void serversOfBeforeAreKnownWhereTheConfigurationCannotBeRead() throws Exception {
        SettingsFile settings = SettingsFile.in(ConfigFolder.ofUser(), new Json());
        settings.change(s -> s.withTarget("me@before"));
        try {
            Path config = Files.writeString(folder.resolve("config"), "Host there\nInclude /proc/self/mem\n");
            for (String line : List.of("maxdock --on me@b", "maxdock -F " + config + " --on me@b")) {
                assertThat(maxdock("words", "--", line)).as(line).isEqualTo("me@before\n");
            }
        } finally {
            settings.change(s -> s.withoutTarget("me@before"));
        }
    }
}
