package org.maxdock.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.maxdock.image.context.OwnFiles;
import org.maxdock.store.Project;

class OwnNamesTest {

    @Test
    void whatStandsBesideAFileWhileItIsWrittenIsInNoBuildContext() {
        assertThat(OwnFiles.has(Project.FILE)).isTrue();
        for (String name : new String[] {Project.FILE, "Dockerfile", ".dockerignore", "a\nb"}) {
            Path file = Path.of("sub", name);
            assertThat(OwnFiles.has(WholeFile.freshOf(file).toString())).isTrue();
            assertThat(OwnFiles.has(WriteLock.fileOf(file).toString())).isTrue();
            assertThat(OwnFiles.has(name)).isEqualTo(name.equals(Project.FILE));
        }
    }
}
