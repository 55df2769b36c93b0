package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.shell.Shell;

/** What leftovers.sh finds on a host: what only its user can have made, whatever is written on it. */
class LeftoverScriptTest {

    private static final String ID = "5".repeat(64);

    @TempDir
    Path folder;

    private final LocalHost host = new LocalHost();
    private final Path launch =
            Path.of("/tmp/maxdock-" + ProcessHandle.current().pid() + "-" + System.nanoTime());

    @AfterEach
    void clear() throws Exception {
        Files.deleteIfExists(launch.resolve("container.id"));
        Files.deleteIfExists(launch);
    }

    private String said(Map<String, String> programs, String... words) throws Exception {
        for (Map.Entry<String, String> program : programs.entrySet()) {
            Path file = Files.writeString(folder.resolve(program.getKey()), "#!/bin/bash\n" + program.getValue());
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        String path = "PATH=" + Shell.quote(folder.toString()) + ":$PATH\n";
        return host.run(Command.script(path + Leftovers.SCRIPT, words)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // namespace and user of a container that bears the user's labels | its launch noted its ID | is it
                // theirs
                "host | ME | false | true",
                "host | ME:100 | false | true",
                "host | 4711:100 | true | false",
                "host | 4711:100 | false | false",
                "'' | '' | false | false",
                "'' | ME | false | false",
                "'' | '' | true | true",
            })
    void whoseAContainerIsNoLabelSays(String namespace, String user, boolean noted, boolean isOurs) throws Exception {
        if (noted) {
            Files.createDirectory(launch);
            Files.writeString(launch.resolve("container.id"), ID);
        }
        String me = host.run(Command.of("id", "-u")).text().strip();
        String record = ID + "|" + namespace + "|\"" + user.replace("ME", me) + "\"|/name|\"9\"|\"9-1\"|\"m\"|\"l\"";
        String docker = "case $1 in ps) echo " + ID + " ;; inspect) echo " + Shell.quote(record) + " ;; esac\n";
        assertThat(said(Map.of("docker", docker), "left").contains("container - " + ID))
                .isEqualTo(isOurs);
    }

    @Test
    void whatTheSitesScriptsKeepIsFoundByItsPlace() throws Exception {
        String user = host.run(Command.of("id", "-un")).text().strip();
        Path own = Files.createDirectories(folder.resolve("kept dir").resolve(user));
        for (String name : List.of("home_12", "home_7", "homes_7", "home_", "passwd_12")) {
            Files.createDirectory(own.resolve(name));
        }
        Files.createSymbolicLink(own.resolve("home_13"), own.resolve("home_"));
        String pattern = folder.resolve("kept dir") + "/$USER/home_$JOB";
        String said = said(Map.of("docker", "exit 1\n"), "left", pattern, folder + "/none/$JOB");
        assertThat(said.lines().filter(l -> l.startsWith("kept ")))
                .containsExactlyInAnyOrder("kept - " + own.resolve("home_12"), "kept - " + own.resolve("home_7"));
        said(Map.of(), "stop", "folder", own.resolve("home_12").toString());
        assertThat(own.resolve("home_12")).doesNotExist();
    }
}
