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
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;

/**
 * A launch script tells first, in a main of plain lines, what it does; what does it stands below, each function with a
 * sentence. Every kind, mode and place.
 */
class ScriptStoryTest {

    private static final int MOST = 25;
    private static final LaunchPlace HERE = new LaunchPlace.OnServer();
    private static final LaunchPlace JOB = new LaunchPlace.InJob(new JobId("37_2"));
    private static final LaunchPlace NODES = LaunchPlace.Allocation.of("maxcpu", 2, "2:00:00");

    @TempDir
    Path folder;

    static Stream<Arguments> launches() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(LaunchKind.Name.values())
                        .flatMap(kind -> Stream.of(HERE, JOB, NODES).map(place -> Arguments.of(mode, kind, place))))
                .filter(a -> a.get()[2] != HERE || a.get()[0] != RunMode.DOCKERCLUSTER)
                .filter(a -> a.get()[2] != HERE || a.get()[1] != LaunchKind.Name.MPI)
                .filter(a -> a.get()[1] != LaunchKind.Name.MPI
                        || a.get()[0] == RunMode.ME
                        || a.get()[0] == RunMode.DOCKERCLUSTER);
    }

    @ParameterizedTest
    @MethodSource("launches")
    void isTheFirstThatItTells(RunMode mode, LaunchKind.Name kind, LaunchPlace place) throws Exception {
        Launch launch = new Launch(
                        "story",
                        ImageReference.parse("registry/you/recon:1"),
                        List.of(new Mapping("/data/a", "/a", false)),
                        List.of(),
                        mode,
                        place,
                        List.of("./reconstruct", "two\nlines"),
                        "")
                .withKind(kind.plain());
        String script = new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
        List<String> lines = script.lines().toList();
        int main = lines.indexOf("main() {");
        assertThat(lines.subList(0, main))
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
