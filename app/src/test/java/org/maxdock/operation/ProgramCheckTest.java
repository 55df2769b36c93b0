package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.local.LocalHost;
import org.maxdock.operation.Finding.State;

/** What this machine has, as it is found. */
class ProgramCheckTest {

    @TempDir
    Path home;

    private Finding found(Map<String, String> environment, Path where, String part) {
        return new ProgramCheck(new LocalHost(), environment, where)
                .findings().stream()
                        .filter(f -> f.part().equals(part))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aScreenIsWhereTheEnvironmentNamesOne() {
        assertThat(found(Map.of(), home, "display").state()).isEqualTo(State.ABSENT);
        assertThat(found(Map.of("DISPLAY", ""), home, "display").state()).isEqualTo(State.ABSENT);
        assertThat(found(Map.of("DISPLAY", ":0"), home, "display").state()).isEqualTo(State.PRESENT);
        assertThat(found(Map.of("WAYLAND_DISPLAY", "wayland-0"), home, "display")
                        .state())
                .isEqualTo(State.PRESENT);
    }

    @Test
    void ownFilesNeedAFolderAndNotAFile() throws Exception {
        assertThat(found(Map.of(), home, "files").state()).isEqualTo(State.PRESENT);
        Files.writeString(home.resolve(".config"), "no folder");
        Finding broken = found(Map.of(), home, "files");
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.mend()).isPresent();
        assertThat(broken.said().arguments()).contains(home.resolve(".config").toString());
    }

    @Test
    void whatIsMissingHasAMend() {
        assertThat(new ProgramCheck(new LocalHost(), Map.of(), home).findings())
                .allSatisfy(f -> assertThat(f.mend().isPresent() || f.why().isPresent())
                        .as(f.part())
                        .isEqualTo(f.state() != State.PRESENT));
    }
}
