package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.mount.Mapping;

/** What a launch starts is what was chosen, whatever the image would start by itself. */
@Timeout(60)
class StartsWhatWasChosenTest {

    private static final RunConfiguration WITH_ENTRYPOINT = image(List.of("python3", "-u"), List.of("server.py"));

    @TempDir
    Path folder;

    private static RunConfiguration image(List<String> entrypoint, List<String> command) {
        return new RunConfiguration(
                entrypoint, command, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Launch launch(LaunchKind.Name kind, RunMode mode, List<Mapping> mounts, String... command) {
        return new Launch(
                        "test",
                        ImageReference.parse("image:1"),
                        mounts,
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("", 1, ""),
                        List.of(command),
                        "")
                .withKind(kind.plain());
    }

    /** What docker would run: the entrypoint, if one is named, and what comes after the image. */
    private List<String> started(Launch launch, RunConfiguration image) throws Exception {
        StubNode.Told told = new StubNode(folder).run(launch, image, Map.of());
        List<String> words = told.words();
        int at = words.indexOf("sha256:" + "2".repeat(64));
        assertThat(at).as(told.said()).isPositive();
        List<String> started = new ArrayList<>();
        int entrypoint = words.lastIndexOf("--entrypoint");
        if (entrypoint >= 0) {
            started.add(words.get(entrypoint + 1));
        } else {
            started.addAll(image.entrypoint());
        }
        started.addAll(words.subList(at + 1, words.size()));
        return started;
    }

    /** Runs that here, where there is a bash, or in a place that has only sh. */
    private String run(List<String> words, String path, String input) throws Exception {
        List<String> all = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + path, "HOME=" + folder, "PORT=1"));
        all.addAll(words);
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String onlySh() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("only"));
        Files.createSymbolicLink(bin.resolve("sh"), Path.of("/bin/sh"));
        return bin.toString();
    }

    @ParameterizedTest
    @CsvSource({"ISOLATED,", "ME,", "DOCKERRUN,", "ISOLATED,bash", "ME,bash"})
    void aShellIsAShellAlsoWhereTheImageHasAnEntrypoint(RunMode mode, String typed) throws Exception {
        String[] command = typed == null ? new String[0] : new String[] {typed};
        List<String> started = started(launch(LaunchKind.Name.SHELL, mode, List.of(), command), WITH_ENTRYPOINT);
        String ask = "echo ${BASH_VERSION:+bash} $# shell\n";
        assertThat(run(started, "/usr/bin:/bin", ask)).isEqualTo("bash 0 shell\n");
        assertThat(run(started, onlySh(), ask)).isEqualTo("0 shell\n");
    }

    /** The folder is no program, whatever lies there. */
    @ParameterizedTest
    @ValueSource(strings = {"/none", "FOLDER/f.sh"})
    void whereTheFolderCannotBeEnteredNothingRuns(String directory) throws Exception {
        Path program = Files.writeString(folder.resolve("f.sh"), "#!/bin/sh\necho not me\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String at = directory.replace("FOLDER", folder.toString());
        String mapped = at.substring(0, Math.max(1, at.lastIndexOf('/')));
        Launch launch = new Launch(
                        "test",
                        ImageReference.parse("image:1"),
                        List.of(new Mapping("/x", mapped.equals("/") ? at : mapped, true)),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("", 1, ""),
                        List.of("echo", "hello"),
                        at)
                .withKind(LaunchKind.Name.COMMAND.plain());
        List<String> words = new ArrayList<>(started(launch, image(List.of(), List.of())));
        words.addAll(0, List.of("sh", "-c", "\"$@\"; echo \"status $?\"", "sh"));
        assertThat(run(words, "/usr/bin:/bin", ""))
                .contains("cd")
                .endsWith("status 126\n")
                .doesNotContain("not me");
    }

    @Test
    void aShellThatIsNamedIsNoArgumentOfTheEntrypointAndAnythingElseIsOne() throws Exception {
        assertThat(run(
                        started(
                                launch(
                                        LaunchKind.Name.SHELL,
                                        RunMode.ME,
                                        List.of(),
                                        "sh",
                                        "-c",
                                        "echo \"$1\"",
                                        "x",
                                        "a  b"),
                                WITH_ENTRYPOINT),
                        "/bin",
                        ""))
                .isEqualTo("a  b\n");
        assertThat(started(launch(LaunchKind.Name.COMMAND, RunMode.ME, List.of(), "bash"), WITH_ENTRYPOINT))
                .containsExactly("python3", "-u", "bash");
        assertThat(started(launch(LaunchKind.Name.SHELL, RunMode.ME, List.of(), "x.py"), WITH_ENTRYPOINT))
                .containsExactly("python3", "-u", "x.py");
        assertThat(started(launch(LaunchKind.Name.COMMAND, RunMode.ME, List.of()), WITH_ENTRYPOINT))
                .containsExactly("python3", "-u");
    }

    /** A jupyter that tells where it is and what it was given. */
    private String jupyter() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("jupyter"));
        Path program = Files.writeString(
                bin.resolve("jupyter"), "#!/bin/sh\n[ \"$2\" = --version ] || echo \"$PWD $JUPYTER_TOKEN $*\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return bin + ":/usr/bin:/bin";
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME"})
    void jupyterBeginsWhereItCanSave(RunMode mode) throws Exception {
        String path = jupyter();
        Path mapped = Files.createDirectory(folder.resolve("mapped"));
        List<Mapping> mounts =
                List.of(new Mapping("/data", "/usr", true), new Mapping("/nowhere", mapped.toString(), false));
        String begun =
                run(started(launch(LaunchKind.Name.JUPYTER, mode, mounts), RunConfiguration.NONE), path, "t0ken\n");
        assertThat(begun).startsWith(mapped + " t0ken lab --ip=0.0.0.0").endsWith("--port=1\n");
        assertThat(begun.contains(" --allow-root"))
                .isEqualTo(System.getProperty("user.name").equals("root"));
        Files.delete(mapped);
        assertThat(run(started(launch(LaunchKind.Name.JUPYTER, mode, mounts), RunConfiguration.NONE), path, "t0ken\n"))
                .as("home, where nothing else can be written")
                .startsWith(folder + " t0ken");
    }

    /** The image's own, and the command that belongs to it, are left out then, as docker does. */
    @Test
    void anEntrypointOfOnesOwnIsTakenAlsoWhereTheShellEntersTheFolder() throws Exception {
        Launch echo =
                launch(LaunchKind.Name.COMMAND, RunMode.ME, List.of(new Mapping("/tmp", "/work", false)), "hi", "a  b");
        for (String directory : List.of("", "/work")) {
            Launch launch = new Launch(
                    echo.name(),
                    echo.image(),
                    echo.mounts(),
                    List.of(),
                    echo.mode(),
                    echo.place(),
                    echo.command(),
                    directory,
                    new ContainerOptions(List.of(), "", List.of(), List.of("--entrypoint=/bin/echo")),
                    echo.kind());
            StubNode.Told told =
                    new StubNode(folder).run(launch, image(List.of("/bin/false"), List.of("never")), Map.of());
            assertThat(told.words())
                    .as(told.said())
                    .doesNotContain("/bin/false", "never")
                    .endsWith("hi", "a  b");
            assertThat(String.join(" ", told.words())).contains("/bin/echo");
        }
    }
}
