package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.slurm.Mark;

/** What -e says arrives, and is in no argument on the way. */
@Timeout(120)
class ScriptValuesTest {

    private static final String SECRET = "hunter2";

    @TempDir
    Path folder;

    private static String script(Launch launch, Mark mark) {
        return new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), mark));
    }

    @ParameterizedTest
    @MethodSource("org.maxdock.launch.ScriptStoryTest#launches")
    void theyStandInAPartOfTheScriptThatIsTakenOut(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        Launch launch = StubNode.launch(
                        mode, List.of("TOKEN=" + SECRET, "B=a\n" + SECRET), "--env=C=" + SECRET, "-iteD=" + SECRET)
                .withKind(kind.plain())
                .withPlace(place);
        Mark mark = Mark.fresh();
        String script = script(launch, mark);
        ScriptValues.Parted parted = ScriptValues.part(script, mark);
        assertThat(parted.script()).doesNotContain(SECRET).contains("run+=(-it)");
        assertThat(parted.values().split(SECRET, -1)).hasSize(5);
        assertThat(parted.script())
                .startsWith("#!/bin/bash")
                .endsWith("\nmain\n")
                .doesNotContain("maxdock_values() {");
    }

    @Test
    void aScriptWithoutAnyIsAsItWas() {
        Mark mark = Mark.fresh();
        String script = script(StubNode.launch(RunMode.ME, List.of()), mark);
        assertThat(script).doesNotContain("alues");
        assertThat(ScriptValues.part(script, mark)).isEqualTo(new ScriptValues.Parted(script, ""));
    }

    @Test
    void oneOfAnotherMarkIsNoPart() {
        String script = script(StubNode.launch(RunMode.ME, List.of("A=b")), Mark.fresh());
        assertThat(ScriptValues.part(script, Mark.fresh()).values()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME"})
    void eachArrivesAndNoneIsAnArgument(RunMode mode) throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            List<String> variables = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                variables.add("V" + i + "=" + SECRET + text(random));
            }
            StubNode.Told told = new StubNode(folder).run(StubNode.launch(mode, variables), Map.of());
            assertThat(told.status()).as("seed %d: %s", seed, told.said()).isZero();
            assertThat(told.arguments()).as("seed %d", seed).noneMatch(w -> w.contains(SECRET));
            assertThat(Stream.concat(told.words().stream(), told.environment().stream()))
                    .as("seed %d", seed)
                    .containsAll(variables);
        }
    }

    private static String text(Random random) {
        String characters = "ab =#'\"\\$`*?[]{}()<>|&;!~\t\n\r\u0001\u007fäñ€😀";
        int[] points = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void theLastOneOfANameCountsAlsoOverWhatTheModeSets() throws Exception {
        StubNode.Told told = new StubNode(folder)
                .run(StubNode.launch(RunMode.ME, List.of("A=1\n2", "A=1", "HOME=/elsewhere"), "-eA=3"), Map.of());
        assertThat(told.words()).contains("A=3").doesNotContain("A=1", "A=1\n2");
        assertThat(told.words().indexOf("HOME=/elsewhere")).isGreaterThan(indexOfHome(told.words()));
    }

    private static int indexOfHome(List<String> words) {
        return words.stream()
                .filter(w -> w.startsWith("HOME=/home/"))
                .map(words::indexOf)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWouldMakeAnotherClientOfDockersStaysAWord() throws Exception {
        StubNode.Told told =
                new StubNode(folder).run(StubNode.launch(RunMode.ME, List.of("PATH=a\nb", "run=c\nd")), Map.of());
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.arguments()).contains("PATH=a\nb", "run=c\nd");
    }

    /** As when MaxDock starts it: the script without them, and they in its environment. */
    @Test
    void takenOutTheyComeByTheEnvironment() throws Exception {
        Mark mark = Mark.fresh();
        ScriptValues.Parted parted =
                ScriptValues.part(script(StubNode.launch(RunMode.ME, List.of("A=b c")), mark), mark);
        String shows = parted.script().replace("\nmain\n", "\ntake_values; echo \"${values[@]}\"\n");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", shows).redirectErrorStream(true);
        bash.environment().put(ScriptValues.VARIABLE, parted.values());
        Process running = bash.start();
        assertThat(new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("A=b c\n");
        assertThat(running.waitFor()).isZero();
    }
}
