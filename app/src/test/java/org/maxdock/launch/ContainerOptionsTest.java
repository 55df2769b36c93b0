package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;

class ContainerOptionsTest {

    private static ContainerOptions publishing(String ports) {
        return new ContainerOptions(List.of(), "", List.of(), List.of("--publish=" + ports));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "8080:80", "127.0.0.1:8080:80", "127.0.0.1::80", "[::1]:8080:80/udp", "8000-8001:80-81/tcp"
            })
    void portsAsDockerTakesThem(String ports) {
        assertThat(publishing(ports).words()).containsExactly("--publish=" + ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x:y", "80:", "8080:80 9090:90", "1:2:3:4", "80/http"})
    void whatDockerWouldRefuseOnTheNodeIsRefusedHere(String ports) {
        assertThatThrownBy(() -> publishing(ports))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("--publish");
    }

    private static List<String> arguments(String... words) {
        return new ContainerOptions(List.of(), "", List.of(), List.of(words)).arguments();
    }

    @Test
    void anOptionAndItsValueAreOneWord() {
        assertThat(arguments("--network", "host", "--init", "-p", "80:80", "--label=a=b", "-it"))
                .containsExactly("--network=host", "--init", "-p80:80", "--label=a=b", "-it");
        assertThat(arguments("--label", "-x"))
                .as("its value, whatever it looks like")
                .containsExactly("--label=-x");
    }

    /** Docker would take what follows for the value, and the word after that for the image. */
    @Test
    void noWordCanStandForTheImage() {
        for (List<String> words : List.of(
                List.of("alpine"),
                List.of("--init", "alpine"),
                List.of("-it", "alpine"),
                List.of("--label"),
                List.of("-e"),
                List.of("-ite"),
                List.of("--"),
                List.of("-"),
                List.of(""))) {
            assertThatThrownBy(() -> arguments(words.toArray(String[]::new)))
                    .as(words.toString())
                    .isInstanceOf(InvalidValue.class);
        }
    }

    private static ContainerOptions option(String word) {
        return new ContainerOptions(List.of(), "", List.of(), List.of(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--detach",
                "--detach=true",
                "--detach=1",
                "--detach=T",
                "-d",
                "-itd",
                "-dit",
                "-d=true",
                "-itd=1",
                "-dp80:80",
                "-detach",
                "--help",
                "--help=true",
                "--restart=always",
                "--restart=on-failure:3"
            })
    void dockerRunStaysWithTheLaunchToItsEnd(String word) {
        ContainerOptions kept = option(word); // can be read
        assertThatThrownBy(kept::attended)
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("docker-option-leaves");
        Launch launch = StubNode.launch(RunMode.ME, List.of(), word);
        assertThatThrownBy(() -> new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--detach=false",
                "--detach=0",
                "-d=false",
                "-itd=F",
                "--restart=no",
                "--detach-keys=ctrl-d",
                "-it",
                "-eDEBUG=d",
                "-itv/d:/d",
                "-hd",
                "--label=-d",
                "-ed",
                "-i=d"
            })
    void whatLeavesItThereIsTaken(String word) {
        assertThat(option(word).attended().arguments()).containsExactly(word);
    }

    @Test
    void whatTheLaunchSetsCannotBeSetBesideItNorShortened() {
        for (String bad : List.of(
                "--comment=x", "--comm=x", "--job-name=x", "--j=x", "--wrap=x", "--wra=x", "--arr=1", "--test-only")) {
            assertThatThrownBy(() -> LaunchPlace.Allocation.of("", 1, "").withMore(List.of(bad)))
                    .as(bad)
                    .isInstanceOf(InvalidValue.class);
        }
        assertThat(LaunchPlace.Allocation.of("", 1, "")
                        .withMore(List.of("--constraint=V100&mem32", "--wait"))
                        .options())
                .containsExactly("--nodes=1", "--constraint=V100&mem32", "--wait");
    }

    @Test
    void whoNamesNodesGetsAsManyAsAreNamed() {
        List<String> named = List.of("--nodelist=max-wn[001-002]");
        assertThat(LaunchPlace.Allocation.of("", 1, "").withMore(named).options())
                .containsExactlyElementsOf(named);
        assertThat(LaunchPlace.Allocation.of("", 3, "").withMore(named).options())
                .contains("--nodes=3");
    }
}
