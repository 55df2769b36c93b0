package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.slurm.Mark;

/** Isolated starts only where the engine of the node makes nobody of root in a container. */
@Timeout(60)
class OwnNamespacesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "COMMAND, ISOLATED, '', '[name=seccomp,profile=default name=userns]', 0",
        "COMMAND, ISOLATED, '', '[name=seccomp,profile=builtin name=rootless name=cgroupns]', 0",
        "COMMAND, ISOLATED, '', '[name=apparmor name=seccomp,profile=builtin name=cgroupns]', 3",
        "COMMAND, ISOLATED, yes, '[name=seccomp,profile=default]', 3", // one of several nodes, before any starts
        "COMMAND, ISOLATED, yes, '[name=userns]', 0",
        "SHELL, ISOLATED, '', '[]', 3",
        "BATCH, ISOLATED, '', '', 3",
        "WEB, ISOLATED, '', '[]', 3",
        "JUPYTER, ISOLATED, '', '[]', 3",
        "COMMAND, ME, '', '[]', 0",
        "COMMAND, DOCKERRUN, '', '[]', 0",
    })
    void isLookedAtOnTheNode(LaunchKind.Name kind, RunMode mode, String check, String engine, int status)
            throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "true");
        StubNode.Told told =
                new StubNode(folder).withSitesScripts().run(launch, Map.of("ENGINE", engine, "MAXDOCK_CHECK", check));
        assertThat(told.status()).as(told.said()).isEqualTo(status);
        assertThat(told.said().contains("has no user namespaces"))
                .as(told.said())
                .isEqualTo(status == 3);
        assertThat(told.words().isEmpty()).isEqualTo(status == 3 || !check.isEmpty());
    }

    /** As on a site whose own engine has none, where what is mapped is judged by that. */
    @Test
    void whereTheSiteHasNoneItIsNotAskedFor() {
        Launch launch = StubNode.launch(RunMode.ISOLATED, List.of());
        for (boolean own : List.of(true, false)) {
            LaunchPlan plan = new LaunchPlan(
                    launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh(), List.of(), own);
            assertThat(new LaunchScript(new DockerScript()).write(plan).contains("own_namespaces"))
                    .isEqualTo(own);
        }
    }
}
