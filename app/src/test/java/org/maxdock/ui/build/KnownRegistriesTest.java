package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.launch.LaunchBench;

/** The registries that are known are offered for the name of what is built. */
class KnownRegistriesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "registry.desy.de, '', '', registry.desy.de/",
        "registry.desy.de, me, recon:1, registry.desy.de/recon:1",
        "registry.desy.de, me, group/recon:1, registry.desy.de/group/recon:1",
        "registry.desy.de, me, other.org:5000/group/recon:1, registry.desy.de/group/recon:1",
        "localhost:5000, '', registry.desy.de/recon, localhost:5000/recon",
        "docker.io, me, recon:1, docker.io/me/recon:1",
        "docker.io, me, group/recon:1, docker.io/group/recon:1",
        "docker.io, '', recon:1, docker.io/recon:1",
    })
    void theNameIsPutIntoIt(String registry, String user, String typed, String name) {
        assertThat(KnownRegistries.in(registry, user, typed)).isEqualTo(name);
    }

    @Test
    void theyAreThoseOfAccountsAndOfRecords() throws Exception {
        try (LaunchBench all = new LaunchBench(folder)) {
            RegistryOperations operations = mock(RegistryOperations.class);
            when(operations.accounts()).thenReturn(Map.of("registry.desy.de", "me"));
            KnownRegistries known = new KnownRegistries(
                    all.bench.background(), all.connection.model(), all.project.model(), operations);
            known.refresh();
            all.settle();
            assertThat(known.allProperty().get()).as("not connected").isEmpty();
            all.project.file("one").put(ProjectBench.record("own.example.org:5000/a:1", "2026-01-01T00:00:00Z"));
            all.project.file("one").put(ProjectBench.record("debian:12", "2026-01-01T00:00:00Z"));
            all.project.open("one");
            all.connect();
            known.refresh();
            all.settle();
            assertThat(known.allProperty().get())
                    .isEqualTo(Map.of("registry.desy.de", "me", "own.example.org:5000", ""));
            when(operations.accounts()).thenThrow(new Trouble(TroubleKind.NOT_CONNECTED));
            known.refresh();
            all.settle();
            assertThat(known.allProperty().get()).containsKey("registry.desy.de");
            assertThat(all.bench.troubles()).isEmpty();
        }
    }
}
