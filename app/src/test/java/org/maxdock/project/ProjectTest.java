package org.maxdock.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.Identity;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.RunConfiguration;
import org.maxdock.image.Tarball;
import org.maxdock.launch.Launch;
import org.maxdock.launch.Resources;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;

class ProjectTest {

    @TempDir
    Path folder;

    private Project project() {
        return new Project(folder, new Json());
    }

    private static ImageRecord record(String reference) {
        RunConfiguration run = new RunConfiguration(List.of(), List.of("bash"), List.of("A=b"), "", "/", List.of("80/tcp"), List.of(), List.of(), Map.of("k", "v"));
        return new ImageRecord(reference, new Identity(List.of("r/i@sha256:1"), "sha256:2", List.of("sha256:3"), run, "linux/amd64"), "2026-01-02T03:04:05Z", "max-wgs", "me",
                Optional.of(new Tarball("/t.tgz", "ff")));
    }

    @Test
    void whatIsPutIsReadBack() throws Exception {
        Launch launch = new Launch("l", "i:1", List.of(new Mapping("/a", "/b", true)), List.of("shared"), RunMode.DOCKERCLUSTER, new Resources("p", 2, "1:00", 3, "gpu"), List.of("x", "y z"), "/w");
        project().put(record("i:1"));
        project().put(launch);
        project().putMounts(List.of(new Mapping("/ä", "/b", false)));
        assertThat(project().record("i:1")).contains(record("i:1"));
        assertThat(project().record("i")).isEmpty();
        assertThat(project().launches()).containsExactly(launch);
        assertThat(project().mounts()).containsExactly(new Mapping("/ä", "/b", false));
        project().put(record("i:1"));
        assertThat(project().records()).hasSize(1);
    }

    @Test
    void aReferenceWithoutATagMeansLatest() throws Exception {
        project().put(record("i:latest"));
        assertThat(project().record("i")).isPresent();
        assertThatThrownBy(() -> project().recordOf("j")).isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("not-recorded"));
    }

    @Test
    void fieldsOfALaterVersionAreKept() throws Exception {
        Path file = folder.resolve(Project.FILE);
        Files.writeString(file, "{\"schema\":1,\"future\":{\"a\":[1]},\"images\":[{\"reference\":\"i:1\",\"note\":\"keep me\"}]}");
        project().put(record("i:1"));
        assertThat(file).content().contains("\"future\"").contains("keep me").contains("sha256:3").endsWith("}\n");
    }

    @Test
    void aBrokenFileIsToldAndNotOverwritten() throws Exception {
        Path file = folder.resolve(Project.FILE);
        for (String text : List.of("{", "[]", "{\"schema\":99}", "{\"launches\":[{\"mode\":\"flying\"}]}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> {
                project().launches();
                project().put(record("i:1"));
            }).as(text).isInstanceOf(Trouble.class);
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Project none = new Project(folder.resolve("none"), new Json());
        assertThatThrownBy(() -> none.put(record("i:1"))).isInstanceOf(Trouble.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void settingsAreKept() throws Exception {
        Path file = folder.resolve("deep/settings.json");
        Settings.read(file, new Json()).withTarget("a").withTarget("b").withTarget("a").withTheme("dark").write(file, new Json());
        assertThat(Settings.read(file, new Json()).targets()).containsExactly("a", "b");
        assertThat(Settings.read(file, new Json()).theme()).isEqualTo("dark");
    }
}
