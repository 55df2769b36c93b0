package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ProjectBench;

/** What a file becomes that is dropped on the window. */
class DroppedFilesTest {

    @TempDir
    Path folder;

    private final ModelBench bench = new ModelBench();
    private final List<String> done = new ArrayList<>();
    private ProjectBench project;
    private DroppedFiles files;

    @BeforeEach
    void begin() throws Exception {
        project = new ProjectBench(bench, folder);
        files = new DroppedFiles(
                bench.background(),
                project.model(),
                bench.navigation(),
                bench.texts(),
                text -> done.add("paste " + text),
                file -> done.add("load " + file.getFileName()));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private String drop(Path... dropped) {
        bench.navigation().go("overview");
        files.take(List.of(dropped));
        bench.settle();
        return bench.navigation().pageProperty().get();
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, launch, paste services",
        "docker-compose.yml, launch, paste services",
        "compose.override.yaml, launch, paste services",
        "devcontainer.json, launch, paste services",
        "image.tar, images, load image.tar",
        "recon.tgz, images, load recon.tgz",
        "recon.TAR.GZ, images, load recon.TAR.GZ",
        "recon.tar.zst, images, load recon.tar.zst"
    })
    void aTextIsPastedAndAnArchiveIsLoaded(String name, String page, String what) throws Exception {
        assertThat(drop(Files.writeString(folder.resolve(name), "services"))).isEqualTo(page);
        assertThat(done).containsExactly(what);
    }

    @ParameterizedTest
    @CsvSource({"'', overview", "maxdock.json, overview", "Dockerfile, build"})
    void aProjectIsOpened(String name, String page) throws Exception {
        Path there = Files.createDirectories(folder.resolve("recon"));
        Path dropped = name.isEmpty() ? there : there.resolve(name);
        if (!name.isEmpty()) {
            Files.writeString(dropped, name.equals("Dockerfile") ? "FROM debian:12\n" : "{}");
        }
        assertThat(drop(dropped)).isEqualTo(page);
        bench.settleUntil(() -> Objects.nonNull(project.model().get()));
        assertThat(project.model().get().folder()).isEqualTo(there);
        assertThat(done).isEmpty();
    }

    @Test
    void ofAnotherOneIsSaidThatNothingIsDone() throws Exception {
        assertThat(drop(Files.writeString(folder.resolve("notes.txt"), "x"))).isEqualTo("overview");
        assertThat(bench.navigation().newsProperty().get()).contains("notes.txt", "Dockerfile");
        drop(folder.resolve("a"), folder.resolve("b"));
        assertThat(bench.navigation().newsProperty().get()).contains("One file or folder");
        assertThat(done).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldAsThat() throws Exception {
        drop(folder.resolve("compose.yaml"));
        assertThat(done).isEmpty();
        assertThat(bench.troubles()).isNotEmpty();
        drop(Files.write(folder.resolve("compose.yml"), new byte[(1 << 20) + 1]));
        assertThat(done).isEmpty();
    }
}
