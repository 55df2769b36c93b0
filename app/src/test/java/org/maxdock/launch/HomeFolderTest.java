package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.mount.Mapping;

/** The empty home of a container as me lies over nothing that is mapped. */
class HomeFolderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/home/alice, false",
        "/home/alice/, false",
        "/home, false",
        "/home/./alice, false",
        "/home/alice/results, true",
        "/home/bob, true",
        "/homes/alice, true",
        "/data, true",
        "'/home/a*', true"
    })
    void whatIsMappedThereIsNotCovered(String mapped, boolean empty) throws Exception {
        Launch launch = StubNode.launch(RunMode.ME, List.of()).withMounts(List.of(new Mapping("/data", mapped, false)));
        StubNode.Told told = new StubNode(folder).run(launch, Map.of("USER", "alice"));
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.words()).contains("HOME=/home/alice");
        assertThat(told.words().contains("--tmpfs")).isEqualTo(empty);
    }

    /** Unless the user says otherwise, of which docker takes the last. */
    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME"})
    void noProgramInItGainsRights(RunMode mode) throws Exception {
        Launch launch = StubNode.launch(mode, List.of(), "--security-opt=no-new-privileges=false");
        List<String> words = new StubNode(folder).run(launch, Map.of()).words();
        int ours = words.indexOf("--security-opt");
        assertThat(words.get(ours + 1)).isEqualTo("no-new-privileges");
        assertThat(words.indexOf("--security-opt=no-new-privileges=false")).isGreaterThan(ours);
    }

    /** By its name a container is removed, whatever else the user calls it. */
    @ParameterizedTest
    @CsvSource({"--name=mine", "--label=x"})
    void itsNameIsTheLaunchsOwn(String option) throws Exception {
        StubNode.Told told = new StubNode(folder).run(StubNode.launch(RunMode.ME, List.of(), option), Map.of());
        List<String> words = told.words();
        int last = Math.max(words.lastIndexOf("--name"), words.lastIndexOf("--name=mine"));
        assertThat(words.get(last)).isEqualTo("--name");
        assertThat(words.get(last + 1)).startsWith("maxdock-");
    }
}
