package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;

/**
 * A launch script tells first, in a main of plain lines, what it does; what does it stands below, each function with a
 * sentence. Every kind, mode and place, each with what brings functions of its own, too.
 */
class ScriptStoryTest {

    private static final int MOST = 25;
    private static final LaunchPlace HERE = new LaunchPlace.OnServer();
    private static final LaunchPlace JOB = new LaunchPlace.InJob(new JobId("37_2"));
    private static final LaunchPlace NODES = LaunchPlace.Allocation.of("maxcpu", 2, "2:00:00");

    enum With {
        NOTHING_MORE,
        GPUS,
        VALUES,
        SIGNATURES,
        ALL;

        private boolean has(With one) {
            return this == one || this == ALL;
        }
    }

    @TempDir
    Path folder;

    static Stream<Arguments> launches() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(LaunchKind.Name.values())
                        .flatMap(kind -> Stream.of(HERE, JOB, NODES)
                                .flatMap(place ->
                                        Stream.of(With.values()).map(with -> Arguments.of(mode, kind, place, with)))))
                .filter(a -> a.get()[2] != HERE || a.get()[0] != RunMode.DOCKERCLUSTER)
                .filter(a -> a.get()[2] != HERE || a.get()[1] != LaunchKind.Name.MPI)
                .filter(a -> a.get()[1] != LaunchKind.Name.MPI
                        || a.get()[0] == RunMode.ME
                        || a.get()[0] == RunMode.DOCKERCLUSTER);
    }

    @ParameterizedTest
    @MethodSource("launches")
    void isTheFirstThatItTells(RunMode mode, LaunchKind.Name kind, LaunchPlace place, With with) throws Exception {
        Launch launch = new Launch(
                        "story",
                        ImageReference.parse("registry/you/recon:1"),
                        List.of(new Mapping("/data/a", "/a", false)),
                        List.of(),
                        mode,
                        place,
                        List.of("./reconstruct", "two\nlines"),
                        "")
                .withKind(kind.plain())
                .withContainer(new ContainerOptions(
                        with.has(With.VALUES) ? List.of("TOKEN=a b", "MINE") : List.of(),
                        "",
                        List.of(),
                        with.has(With.GPUS) ? List.of("--gpus=\"device=0,1\"") : List.of()));
        List<RecordSignature> demanded =
                with.has(With.SIGNATURES) ? List.of(new RecordSignature("you@site", "ssh-ed25519 AAAA")) : List.of();
        LaunchPlan plan =
                new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh(), demanded);
        String script = new LaunchScript(new DockerScript()).write(plan);
        List<String> lines = script.lines().toList();
        assertThat(lines).as("what an editor may change unasked").noneMatch(l -> l.endsWith(" ") || l.endsWith("\t"));
        int main = lines.indexOf("main() {");
        List<String> values = ScriptValues.block(plan).lines().toList();
        assertThat(String.join("\n", lines.subList(0, main))
                        .replace(String.join("\n", values), "")
                        .replace(ScriptFolders.of(launch).block(), "")
                        .lines())
                .allMatch(l -> l.isEmpty() || l.startsWith("#") || l.equals("set -euo pipefail"));
        List<String> story =
                lines.subList(main + 1, main + lines.subList(main, lines.size()).indexOf("}"));
        assertThat(story).hasSizeBetween(3, MOST).allMatch(l -> l.matches(" {2}[a-z_]+ +# [^\n]{10,}"));
        assertThat(lines.getLast()).isEqualTo("main");
        Set<String> told = story.stream().map(l -> l.strip().split(" ")[0]).collect(Collectors.toSet());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[a-z_]+\\(\\) [{(].*") && i != main) {
                assertThat(lines.get(i) + lines.get(i - 1)).as("a sentence").contains("# ");
                told.remove(lines.get(i).split("\\(")[0]);
            }
        }
        assertThat(told).as("what main calls, and is not there").isEmpty();
        Path file = Files.writeString(folder.resolve("script"), script);
        assertThat(new ProcessBuilder("bash", "-n", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
