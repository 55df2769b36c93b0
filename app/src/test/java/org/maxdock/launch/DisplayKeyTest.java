package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.slurm.Mark;

/** The key of a display leaves those alone that the user has, also where the user's home is mapped. */
@Timeout(60)
class DisplayKeyTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void isInMemoryOfItsOwn(RunMode mode) throws Exception {
        Path keys = Files.createDirectory(home.resolve("keys"));
        Path users = Files.writeString(home.resolve(".Xauthority"), "of other displays");
        assertThat(inContainer(mode, keys)).isZero();
        assertThat(users).hasContent("of other displays");
        assertThat(keys.resolve("Xauthority")).hasContent("the key");
        assertThat(new LaunchScript(new DockerScript()).write(plan(mode)))
                .contains("--tmpfs " + ContainerCommand.KEYS + ":mode=1777");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void whereItCannotBeWrittenThatIsSaid(RunMode mode) throws Exception {
        assertThat(inContainer(mode, home.resolve("none"))).isEqualTo(3);
        assertThat(home.resolve("said")).content().contains("MaxDock: the key of the display cannot be written to");
    }

    private static LaunchPlan plan(RunMode mode) {
        Launch launch =
                StubNode.launch(LaunchKind.Name.X11, mode, LaunchPlace.Allocation.of("", 1, ""), "printenv", "DISPLAY");
        return new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh());
    }

    /** Does what the container does first, in a container whose memory is that folder. */
    private int inContainer(RunMode mode, Path keys) throws Exception {
        String line = "printf 'dGhlIGtleQ==\\n' | sh" + new ContainerCommand(plan(mode), false).words();
        ProcessBuilder bash = new ProcessBuilder(
                        "bash", "-c", "set -o pipefail; " + line.replace(ContainerCommand.KEYS, keys.toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        bash.environment().put("HOME", home.toString());
        bash.environment().put("DISPLAY", ":0");
        int status = bash.start().waitFor();
        assertThat(Files.readString(home.resolve("said"), StandardCharsets.UTF_8))
                .isNotEmpty();
        return status;
    }
}
