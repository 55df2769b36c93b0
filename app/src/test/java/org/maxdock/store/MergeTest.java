package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.ui.ProjectBench;

/** What a later version wrote, in files that this one changes. */
class MergeTest {

    private final Json json = new Json();

    @TempDir
    Path folder;

    private JsonNode read(String file) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    private void rewrite(String file, String... changes) throws Exception {
        String text = Files.readString(folder.resolve(file));
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void whatALaunchHasInsideStaysWhereSomethingElseOfItIsChanged() throws Exception {
        Project project = new Project(folder, json);
        Launch launch = ProjectBench.launch("recon", "r/i:1", new Mapping("/c", "/data", true));
        project.put(launch);
        rewrite(
                Project.FILE,
                "\"partition\"",
                "\"licence\": \"matlab:1\", \"partition\"",
                "\"host\"",
                "\"propagation\": \"rslave\", \"host\"",
                "\"kind\"",
                "\"gui\": true, \"kind\"");
        project.put(launch.withCommand(List.of("other")).withMounts(List.of(new Mapping("/c", "/data", false))));
        JsonNode kept = read(Project.FILE).at("/launches/0");
        assertThat(kept.at("/resources/licence").asText()).isEqualTo("matlab:1");
        assertThat(kept.at("/mounts/0/propagation").asText()).isEqualTo("rslave");
        assertThat(kept.at("/mounts/0/readOnly").asBoolean(true)).isFalse();
        assertThat(kept.at("/work/gui").asBoolean()).isTrue();
        assertThat(kept.at("/command/0").asText()).isEqualTo("other");
    }

    /** Entries are known by themselves, else by where they are in the container, else by their folder. */
    @ParameterizedTest
    @CsvSource({
        "/a, /x, false, 1, 2",
        "/z, /x, true,  1, 2",
        "/a, /z, true,  1, 2",
        "/z, /z, true,  '', 2",
        "/b, /y, true,  2, ''",
    })
    void ofAMappingThatIsChangedTheRestStays(String host, String container, boolean readOnly, String one, String two)
            throws Exception {
        Project project = new Project(folder, json);
        Mapping second = new Mapping("/b", "/y", true);
        project.putMounts(List.of(new Mapping("/a", "/x", true), second));
        rewrite(Project.FILE, "\"/a\"", "\"/a\", \"later\": \"1\"", "\"/b\"", "\"/b\", \"later\": \"2\"");
        project.putMounts(List.of(new Mapping(host, container, readOnly), second));
        JsonNode mounts = read(Project.FILE).path("mounts");
        assertThat(mounts.at("/0/later").asText()).isEqualTo(one);
        assertThat(mounts.at("/1/later").asText()).isEqualTo(two);
        assertThat(project.mounts()).containsExactly(new Mapping(host, container, readOnly), second);
    }

    @Test
    void aRunKeepsItsFieldsWhetherItIsChangedOrNot() throws Exception {
        Runs runs = new Runs(folder.resolve("runs.json"), json);
        List<Mark> marks = List.of(Mark.fresh(), Mark.fresh());
        for (Mark mark : marks) {
            runs.put(run(mark));
        }
        rewrite("runs.json", "\"target\"", "\"project\": \"/p\", \"target\"", "\"cpus\"", "\"later\": 1, \"cpus\"");
        runs.put(run(Mark.fresh()));
        runs.update(marks.getFirst(), r -> r.inQueue(new JobId("7")));
        JsonNode all = read("runs.json");
        assertThat(all).hasSize(3);
        for (int i = 1; i < 3; i++) {
            assertThat(all.get(i).path("project").asText()).isEqualTo("/p");
            assertThat(all.get(i).at("/launch/resources/later").asInt()).isEqualTo(1);
        }
        assertThat(all.at("/2/job").asText()).isEqualTo("7");
    }

    private static Run run(Mark mark) {
        Launch launch = ProjectBench.launch("recon", "r/i:1");
        return new Run(mark, Optional.of(new JobId("1")), "t", "2026-01-01T00:00:00Z", launch, "", "", "", "");
    }

    @Test
    void ofSettingsOnlyWhatIsChangedIsWritten() throws Exception {
        Files.writeString(folder.resolve("settings.json"), """
                {"targets": [], "theme": "system", "language": "fr", "terminalSize": 60, "new": {"a": 1}}
                """);
        new SettingsFile(folder.resolve("settings.json"), json).change(s -> s.withTarget("max-wgs"));
        assertThat(read("settings.json")).isEqualTo(new ObjectMapper().readTree("""
                {"targets": ["max-wgs"], "theme": "system", "language": "fr", "terminalSize": 60, "new": {"a": 1}}
                """));
    }

    /** What is said of one content is not said of another. */
    @Test
    void aRecordOfOtherContentHasNothingOfTheOldIdentityAndItsHistoryHasAll() throws Exception {
        Project project = new Project(folder, json);
        ImageRecord old = ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z");
        project.put(old);
        rewrite(
                Project.FILE,
                "\"layers\"",
                "\"sbom\": \"old\", \"layers\"",
                "\"recordedOn\"",
                "\"note\": 1, \"recordedOn\"");
        var id = old.identity();
        project.put(ImageRecord.of(
                old.reference(),
                new org.maxdock.image.identity.Identity(
                        List.of(), "sha256:4", "sha256:4", "", List.of("sha256:5"), id.run(), id.platform()),
                java.time.Instant.parse("2026-02-01T00:00:00Z"),
                "h",
                "u"));
        JsonNode kept = read(Project.FILE).at("/images/0");
        assertThat(kept.at("/identity").has("sbom")).isFalse();
        assertThat(kept.at("/history/0/identity/sbom").asText()).isEqualTo("old");
        assertThat(kept.at("/history/0/note").asInt()).isEqualTo(1);
        assertThat(kept.path("note").asInt()).isEqualTo(1);
    }
}
