package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.shell.AnyShell;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What no argument and no variable can hold is told before anything is asked of SLURM. */
@Timeout(60)
class ScriptLengthTest {

    private static final LaunchScript SCRIPTS = new LaunchScript(new DockerScript());

    private static LaunchPlan plan(Launch launch) {
        return new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh());
    }

    private static Launch with(Launch launch, List<String> variables) {
        return launch.withContainer(new ContainerOptions(variables, "", List.of(), List.of()));
    }

    private static TroubleKind refusal(LaunchPlan plan) {
        try {
            return SCRIPTS.writeToRun(plan).isEmpty() ? TroubleKind.UNEXPECTED : null;
        } catch (InvalidValue e) {
            return e.trouble().kind();
        }
    }

    @ParameterizedTest
    @MethodSource("org.maxdock.launch.ScriptStoryTest#launches")
    void ofEveryLaunch(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        Launch launch = StubNode.launch(kind, mode, place, "true");
        assertThat(refusal(plan(launch))).isNull();
        Launch names = launch.withCommand(Collections.nCopies(1_900, "/data/" + "x".repeat(104)));
        assertThat(refusal(plan(names))).isEqualTo(TroubleKind.LAUNCH_TOO_LONG);
        Launch fewer = launch.withCommand(Collections.nCopies(850, "/data/" + "x".repeat(104)));
        assertThat(refusal(plan(fewer))).isNull();
        List<String> values = Stream.of("A", "B", "C", "D", "E")
                .map(name -> name + "=" + "v".repeat(32_000))
                .toList();
        assertThat(refusal(plan(with(launch, values)))).isEqualTo(TroubleKind.LAUNCH_VALUES_TOO_LONG);
        assertThat(refusal(plan(with(launch, values.subList(0, 4))))).isNull();
    }

    /** The most that is taken, by what takes it: one argument, one variable. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "'", "\\", "\n", "\r", "ä", " "})
    void whatIsTakenComesThere(String character) throws Exception {
        Mark mark = Mark.fresh();
        Launch launch = StubNode.launch(RunMode.ME, List.of());
        int least = 0;
        int most = 32_000 * 4;
        while (least + 1 < most) { // the longest that is taken
            int half = (least + most) / 2;
            if (isTaken(with(launch, values(character, half)), mark)) {
                least = half;
            } else {
                most = half;
            }
        }
        Launch longest = with(launch, values(character, least));
        String script = SCRIPTS.write(new LaunchPlan(longest, StubNode.record(longest, RunConfiguration.NONE), mark));
        String block = ScriptValues.part(script, mark).values();
        Process bash =
                new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
        bash.getOutputStream()
                .write((block + "\n" + ScriptValues.VARIABLE + "=$(declare -f maxdock_values)\nexport "
                                + ScriptValues.VARIABLE + "\n/usr/bin/env true && echo there\n")
                        .getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("there\n");
        String whole = "true " + "#".repeat(AnyShell.LONGEST - 5);
        assertThat(new ProcessBuilder("bash", "-c", whole).start().waitFor()).isZero();
    }

    private static List<String> values(String character, int length) {
        return Stream.of(0, 1, 2, 3)
                .map(i -> "V" + i + "=" + character.repeat(Math.clamp(length - i * 32_000L, 0, 32_000)))
                .toList();
    }

    private static boolean isTaken(Launch launch, Mark mark) {
        return refusal(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), mark)) == null;
    }

    @Test
    void whatThisMachineCannotBeGivenIsNoLackOfBash() {
        Command command = Command.script("true", "x".repeat(AnyShell.LONGEST));
        assertThatThrownBy(() -> new LocalHost().start(command))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.COMMAND_TOO_LONG));
        assertThatThrownBy(() -> new LocalHost().openTerminal(command, 80, 24))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.COMMAND_TOO_LONG));
    }
}
