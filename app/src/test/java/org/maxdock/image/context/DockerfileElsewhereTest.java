package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Dockerfile that is not in the folder, or bears another name, and a .dockerignore of its own. */
class DockerfileElsewhereTest {

    @TempDir
    Path top;

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        folder = Files.createDirectory(top.resolve("context"));
        Files.writeString(folder.resolve("data"), "data");
        Files.writeString(folder.resolve("left"), "left");
    }

    private static List<String> sent(BuildContext context) throws Exception {
        List<String> names = new ArrayList<>();
        try (InputStream in = context.open();
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void isSentUnderANameOfItsOwn() throws Exception {
        Path file = Files.writeString(top.resolve("Other"), "FROM a:1\n");
        Files.writeString(folder.resolve(".dockerfile"), "somebody's");
        BuildContext context = BuildContext.of(folder, file.toString());
        assertThat(context.dockerfile()).isEqualTo(".dockerfile-");
        assertThat(context.dockerfileText()).isEqualTo("FROM a:1\n");
        assertThat(sent(context)).containsExactlyInAnyOrder("data", "left", ".dockerfile", ".dockerfile-");
        assertThat(BuildContext.of(folder, "../Other").dockerfileText()).isEqualTo("FROM a:1\n");
    }

    @Test
    void isSentAlsoWhereTheFolderHasALinkToIt() throws Exception {
        Path file = Files.writeString(top.resolve("Other"), "FROM a:1\n");
        Files.createSymbolicLink(folder.resolve("Dockerfile"), file);
        BuildContext context = BuildContext.of(folder, "Dockerfile");
        assertThat(context.dockerfile()).isEqualTo(".dockerfile");
        assertThat(context.dockerfileText()).isEqualTo("FROM a:1\n");
        assertThat(sent(context)).containsExactlyInAnyOrder("data", "left", "Dockerfile", ".dockerfile");
    }

    @Test
    void aLinkInsideTheFolderIsSentAsItIs() throws Exception {
        Files.writeString(folder.resolve("Other"), "FROM a:1\n");
        Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("Other"));
        assertThat(sent(BuildContext.of(folder, "Dockerfile")))
                .containsExactlyInAnyOrder("data", "left", "Dockerfile", "Other");
    }

    @Test
    void hasADockerignoreOfItsOwnThatGoesBeforeTheFolders() throws Exception {
        Files.writeString(folder.resolve("My"), "FROM a:1\n");
        Files.writeString(folder.resolve(".dockerignore"), "data\n");
        assertThat(sent(BuildContext.of(folder, "My"))).contains("left").doesNotContain("data");
        Files.writeString(folder.resolve("My.dockerignore"), "left\n");
        assertThat(sent(BuildContext.of(folder, "./My"))).contains("data", "My").doesNotContain("left");
    }
}
