package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.shell.Shell;
import org.maxdock.node.ContainerLabelsTest;
import org.maxdock.node.LabelledContainer;

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
        String record =
                ID + "|" + namespace + "|\"" + user.replace("ME", me) + "\"|/name|sha256:1|\"9\"|\"9-1\"|\"m\"|\"l\"";
        String docker = "case $1 in image) echo {} ;; ps) echo " + ID + " ;; inspect) echo " + Shell.quote(record)
                + " ;; esac\n";
        assertThat(said(Map.of("docker", docker), "left")).contains((isOurs ? "container - " : "others - ") + ID);
    }

    @ParameterizedTest
    @MethodSource("org.maxdock.node.ContainerLabelsTest#containers")
    void whatItsImageSaysIsNoLaunchs(Map<String, String> ofImage, Map<String, String> own, boolean isLaunchs)
            throws Exception {
        String me = host.run(Command.of("id", "-un")).text().strip();
        Map<String, String> image = ContainerLabelsTest.as(me, ofImage);
        Map<String, String> labels = ContainerLabelsTest.as(me, own);
        new LabelledContainer(image, labels)
                .write(folder, host.run(Command.of("id", "-u")).text().strip());
        boolean bears = image.containsKey("maxdock.user") || labels.containsKey("maxdock.user");
        String said = said(Map.of(), "left");
        assertThat(said.contains("container - " + LabelledContainer.ID)).isEqualTo(isLaunchs);
        assertThat(said.contains("others - " + LabelledContainer.ID)).isEqualTo(bears && !isLaunchs);
    }

    /** On the server, where no guard looks after it, as on a node. */
    @ParameterizedTest
    @CsvSource({
        "ISOLATED, echo 555, true",
        "ISOLATED, exit 1, true",
        "ISOLATED, true, false",
        "ME, echo 555, true",
        "ME, exit 1, true",
        "ME, true, false",
        "DOCKERRUN, exit 1, false"
    })
    void whatCouldNotBeRemovedIsFoundAgainByItsId(RunMode mode, String asked, boolean found) throws Exception {
        String id = String.format(Locale.ROOT, "%064x", System.nanoTime());
        Launch here = StubNode.launch(LaunchKind.Name.COMMAND, mode, new LaunchPlace.OnServer(), "true");
        StubNode.Told told = new StubNode(folder).whoseContainerStays(id, asked).run(here, Map.of());
        assertThat(told.status()).as(told.said()).isEqualTo(5);
        String record = id + "||\"\"|/name|||\"m\"|\"l\"";
        String docker = "case $1 in ps) echo " + id + " ;; inspect) echo " + Shell.quote(record) + " ;; esac\n";
        String said = said(Map.of("docker", docker), "left");
        assertThat(said.contains("container - " + id)).as(said).isEqualTo(found);
        for (Path kept : keeping(id)) {
            try (Stream<Path> files = Files.list(kept)) {
                assertThat(files).containsExactly(kept.resolve("container.id"));
            }
            said(Map.of("docker", "exit 0\n"), "stop", "folder", kept.toString());
        }
        assertThat(keeping(id)).isEmpty();
    }

    /** What is gone is removed; what is not, or whose engine does not answer, is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what docker rm does | whether it is told, and how
                "true | ",
                "echo Error: No such container: x >&2; exit 1 | ",
                "echo removal of container x is already in progress >&2; exit 1 | ",
                "echo you may not >&2; exit 1 | you may not",
                "sleep 30 | the engine does not answer",
            })
    void whatCannotBeStoppedIsTold(String docker, String told) throws Exception {
        Path file = Files.writeString(folder.resolve("docker"), "#!/bin/bash\n" + docker + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        String path = "PATH=" + Shell.quote(folder.toString()) + ":$PATH\n";
        String script = Leftovers.SCRIPT.replace("timeout -k 1 60 docker", "timeout -k 1 0.2 docker");
        Output output = host.run(Command.script(path + script, "stop", "container", ID));
        assertThat(output.ok()).isEqualTo(told == null);
        assertThat(output.lastError()).isEqualTo(told == null ? "" : "container " + ID + ": " + told);
    }

    private static List<Path> keeping(String id) throws Exception {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/tmp"), "maxdock.*")) {
            for (Path one : all) {
                Path file = one.resolve("container.id");
                if (holds(file, id)) {
                    folders.add(one);
                }
            }
        }
        return folders;
    }

    /** What is of another test may go meanwhile. */
    private static boolean holds(Path file, String id) throws IOException {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(id);
        } catch (NoSuchFileException e) {
            return false;
        }
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
