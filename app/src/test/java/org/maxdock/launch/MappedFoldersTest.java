package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;

class MappedFoldersTest {

    @TempDir
    Path folder;

    private static Launch launch(String... hosts) {
        return new Launch(
                "mapped",
                ImageReference.parse("registry/you/recon:1"),
                IntStream.range(0, hosts.length)
                        .mapToObj(i -> new Mapping(hosts[i], "/data" + i, true))
                        .toList(),
                List.of(),
                RunMode.ME,
                new LaunchPlace.OnServer(),
                List.of(),
                "");
    }

    private static Lab.Said looked(String... hosts) {
        ScriptStep step = MappedFolders.step(launch(hosts)).orElseThrow();
        String read = ScriptFolders.of(launch(hosts))
                .step()
                .map(s -> s.function() + s.name() + "\n")
                .orElse("");
        return Lab.run(List.of(
                "bash",
                "-c",
                ScriptFolders.of(launch(hosts)).block()
                        + "set -euo pipefail; stop() { printf '%s' \"$*\" >&2; exit 3; }\n" + read + step.function()
                        + step.name()
                        + "; echo looked"));
    }

    /** Below a folder that each job may have of its own nothing is said, and this may be built in one. */
    private static Path elsewhere() {
        return Path.of("/proc/self/cwd/target/mapped-folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b", "it's", "$(touch sang)", "*", "new\nline", "-r", "\\"})
    void whatIsThereIsFoundWhateverItIsCalled(String name) throws Exception {
        Path there = Files.createDirectories(elsewhere().resolve(name));
        assertThat(looked("/", there.toString()).out()).isEqualTo("looked\n");
        Lab.Said lacks = looked(there + "/not there", "/");
        assertThat(lacks.status()).isEqualTo(3);
        assertThat(lacks.err()).endsWith(" has no " + there + "/not there, which is to be mapped");
        assertThat(lacks.out()).isEmpty();
    }

    @Test
    void aLinkToNowhereIsNotThereAndAFileIs() throws Exception {
        Files.createDirectories(elsewhere());
        Path file = elsewhere().resolve("file");
        Files.writeString(file, "");
        Path link = elsewhere().resolve("link");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, folder.resolve("nowhere"));
        assertThat(looked(file.toString()).status()).isZero();
        assertThat(looked(link.toString()).status()).isEqualTo(3);
        assertThat(looked(file + "/in it").status())
                .as("that is docker's to say")
                .isZero();
    }

    @Test
    void whatAJobMayHaveOfItsOwnIsNotLookedAt() {
        for (String own : List.of("/tmp", "/tmp/not there", "/var/tmp/not there", "/dev/shm")) {
            assertThat(looked(own).status()).as(own).isZero();
        }
        assertThat(MappedFolders.step(launch("/tmp/a,b")))
                .as("where nobody can edit it")
                .isEmpty();
        assertThat(MappedFolders.step(launch("/tmp"))).as("what may be edited").isPresent();
        assertThat(MappedFolders.step(launch())).isEmpty();
        assertThat(MappedFolders.step(launch("/tmpx"))).isPresent();
    }
}
