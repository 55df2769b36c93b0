package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Mark;

/** What of a script may be edited stands in one place at its head, under a comment that says so, and is what counts. */
@Timeout(60)
class EditHereTest {

    private static final String SALLOC = """
            #!/bin/bash
            for word in "${@:1:$# - 3}"; do printf '<%s>\\n' "$word"; done
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> allocating() {
        return ScriptStoryTest.launches().filter(a -> ((LaunchPlace) a.get()[2]).allocates());
    }

    private static String script(Launch launch) {
        return new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
    }

    @ParameterizedTest
    @MethodSource("allocating")
    void partitionAndFoldersStandInOnePlace(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("maxstory", 2, "1:00"), "work")
                .withMounts(List.of(
                        new Mapping("/data/first place", "/a", false),
                        new Mapping("/data/second", "/docker_pwd", false),
                        new Mapping("/data/second", "/c", true)));
        List<String> lines = script(launch).lines().toList();
        int edit = lines.indexOf(lines.stream()
                .filter(l -> l.startsWith("# Edit here: "))
                .findFirst()
                .orElseThrow());
        int end = lines.indexOf("set -euo pipefail");
        for (String once :
                List.of("maxstory", "'/data/first place:/a'", "/data/second:/docker_pwd", "/data/second:/c:ro")) {
            assertThat(lines.stream().filter(l -> l.contains(once))).as(once).hasSize(1);
            assertThat(lines.subList(edit, end)).as(once).anyMatch(l -> l.contains(once));
        }
        assertThat(lines.subList(end, lines.size())).noneMatch(l -> l.contains("/data/") || l.contains("/c:ro"));
    }

    static Stream<Arguments> edited() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(true, false)
                        .flatMap(bySite -> Stream.of(
                                        // lines of the head | what docker is told to mount, or a sentence that ends it
                                        new String[] {"/data/b:/b", "src=/data/b,dst=/b"},
                                        new String[] {"", ""},
                                        new String[] {"/data/a:/a:ro", "src=/data/a,dst=/a,readonly"},
                                        new String[] {
                                            "/data/a:/b:rw /data/a:/c", "src=/data/a,dst=/b src=/data/a,dst=/c"
                                        },
                                        new String[] {
                                            "/data/a:/a /data/b:/b /x:/y:/z",
                                            "src=/data/a,dst=/a src=/data/b,dst=/b src=/x:/y,dst=/z"
                                        },
                                        new String[] {"/data/a", "mapped as HOST:/TARGET"},
                                        new String[] {"data/a:/a", "mapped as HOST:/TARGET"},
                                        new String[] {"/data/a:a", "mapped as HOST:/TARGET"},
                                        new String[] {"/data/a:/", "mapped as HOST:/TARGET"},
                                        new String[] {"/data/a:/a:z", "mapped as HOST:/TARGET"},
                                        new String[] {"/data/a:/a,readonly", "mapped as HOST:/TARGET"},
                                        new String[] {"/data/a:/a /data/b:/a:ro", "two folders cannot both be at /a"})
                                .map(row -> Arguments.of(mode, bySite, row[0], row[1]))));
    }

    /** In every mode, also on the cluster's nodes. */
    @ParameterizedTest
    @MethodSource("edited")
    void whatIsMappedIsWhatTheHeadSays(RunMode mode, boolean bySite, String lines, String mounted) throws Exception {
        Launch launch = StubNode.launch(mode, List.of())
                .withKind(new LaunchKind.Command(JobKnowledgeTest.virtual()))
                .withMounts(List.of(new Mapping("/data/a", "/a", false), new Mapping("/data/b", "/b", false)));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        String head = Stream.of(lines.split(" ")).map(l -> "  " + l + "\n").collect(Collectors.joining());
        StubNode.Told told = node.whoseUserEdits(script -> {
                    assertThat(script).contains("  /data/a:/a\n  /data/b:/b\n");
                    return script.replace("  /data/a:/a\n  /data/b:/b\n", head);
                })
                .run(launch, Map.of());
        if (mounted.contains(" cannot ") || mounted.startsWith("mapped ")) {
            assertThat(told.status()).as(told.said()).isEqualTo(3);
            assertThat(told.said()).contains(mounted);
            assertThat(told.words()).isEmpty();
            return;
        }
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words().stream()
                        .filter(w -> w.startsWith("type=bind,") && !w.contains("/tmp/"))
                        .map(w -> w.substring("type=bind,".length())))
                .containsExactlyElementsOf(
                        Stream.of(mounted.split(" ")).filter(w -> !w.isEmpty()).toList());
    }

    /** The folder that the site's script is called in, which it maps itself, stands in the head like any other. */
    @ParameterizedTest
    @CsvSource({
        // the line of the head | whether it is where the script is called
        "DOCKERRUN, DIR:/docker_pwd, true",
        "DOCKERRUN, /data/b:/b, false",
        "DOCKERCLUSTER, DIR:/docker_pwd, true",
        "DOCKERCLUSTER, /data/b:/b, false",
    })
    void theFolderThatTheSitesScriptIsCalledInIsEdited(RunMode mode, String line, boolean called) throws Exception {
        Path place = Files.createDirectories(folder.resolve("place"));
        Launch launch = StubNode.launch(mode, List.of())
                .withKind(new LaunchKind.Command(JobKnowledgeTest.virtual()))
                .withMounts(List.of(new Mapping("/data/a", "/a", false)));
        StubNode.Told told = new StubNode(folder)
                .withSitesScripts()
                .whoseUserEdits(
                        script -> script.replace("  /data/a:/a\n", "  " + line.replace("DIR", "" + place) + "\n"))
                .run(launch, Map.of());
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).noneMatch(w -> w.startsWith("type=bind,") && w.contains("/docker_pwd"));
        assertThat(told.place().equals(place.toString())).isEqualTo(called);
        StubNode.Told refused = new StubNode(folder)
                .withSitesScripts()
                .whoseUserEdits(script -> script.replace("  /data/a:/a\n", "  /data/a:/docker_pwd:ro\n"))
                .run(launch, Map.of());
        assertThat(refused.status()).as(refused.said()).isEqualTo(3);
        assertThat(refused.said()).contains("cannot be read-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // an option as it is edited, ¶ for a line break | what salloc is given
                "¶#SBATCH -p other | <-p>,<other>",
                "#SBATCH --partition=other | <--partition=other>",
                "#SBATCH -p other | <-p>,<other>",
                "#SBATCH --partition other | <--partition>,<other>",
                "#SBATCH '--comment=it\\'s \\\\ $(touch no) *' | <--comment=it's \\ $(touch no) *>",
                "#SBATCH --array=1-3 | ''",
                "#SBATCH --array 1-3 -p other | <-p>,<other>",
                "#SBATCH -a 1-3 | ''",
                "#SBATCH --output=log-%j -e other.log --requeue -p other | <-p>,<other>",
                "#SBATCH -a1-3 | ''",
                "#SBATCH --constraint=\"A100&V100\" --comment=\"my run\" | <--constraint=A100&V100>,<--comment=my run>",
                "#SBATCH --time=1:00 # an hour | <--time=1:00>",
                "#SBATCH --comment=a\\ b '' | <--comment=a b>,<>",
                "# a remark | ''",
            })
    void whatIsEditedCounts(String edited, String given) throws Exception {
        Launch launch = StubNode.launch(
                LaunchKind.Name.COMMAND,
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, ""),
                "sh",
                "-c",
                "\n#SBATCH --partition=never\n");
        String script = script(launch)
                .replace("#SBATCH --partition=maxcpu", edited.strip().replace('¶', '\n'));
        Path salloc =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("salloc"), SALLOC);
        assertThat(salloc.toFile().setExecutable(true)).isTrue();
        Path file = Files.writeString(folder.resolve("script"), script);
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
        bash.environment().putAll(Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin"));
        bash.environment().remove("SLURM_JOB_ID");
        Process process = bash.start();
        process.getOutputStream().close();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        assertThat(said.stream()
                        .filter(w -> !w.matches("<--(nodes=1|job-name=test|comment=maxdock:.*)>"))
                        .collect(Collectors.joining(",")))
                .isEqualTo(given);
    }
}
