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
        "COMMAND, ISOLATED, '', 'linux[name=seccomp,profile=default name=userns]', ''",
        "COMMAND, ISOLATED, '', 'linux[name=seccomp,profile=builtin name=rootless name=cgroupns]', ''",
        "COMMAND, ISOLATED, '', 'linux[name=apparmor name=seccomp,profile=builtin name=cgroupns]', HAS_NONE",
        "COMMAND, ISOLATED, yes, 'linux[name=seccomp,profile=default]', HAS_NONE", // on each, before any starts
        "COMMAND, ISOLATED, yes, 'linux[name=userns]', ''",
        "SHELL, ISOLATED, '', 'linux[]', HAS_NONE",
        "BATCH, ISOLATED, '', '', TELLS_NOTHING",
        "WEB, ISOLATED, '', '[]', TELLS_NOTHING", // of an engine that refuses, and docker's status is 0
        "JUPYTER, ISOLATED, '', 'linux[]', HAS_NONE",
        "COMMAND, ME, '', '[]', ''",
        "COMMAND, DOCKERRUN, '', '[]', ''",
    })
    void isLookedAtOnTheNode(LaunchKind.Name kind, RunMode mode, String check, String engine, String refusal)
            throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "true");
        StubNode.Told told =
                new StubNode(folder).withSitesScripts().run(launch, Map.of("ENGINE", engine, "MAXDOCK_CHECK", check));
        assertThat(told.status()).as(told.said()).isEqualTo(refusal.isEmpty() ? 0 : 3);
        assertThat(told.said().contains("has no user namespaces"))
                .as(told.said())
                .isEqualTo(refusal.equals("HAS_NONE"));
        assertThat(told.said().contains("no Docker Engine tells you"))
                .as(told.said())
                .isEqualTo(refusal.equals("TELLS_NOTHING"));
        assertThat(told.words().isEmpty()).isEqualTo(!refusal.isEmpty() || !check.isEmpty());
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
