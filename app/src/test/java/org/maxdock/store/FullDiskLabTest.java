package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;

/** A project on a disk that is full, for real: a memory file system of two pages. */
@Tag("lab")
class FullDiskLabTest {

    @TempDir
    Path folder;

    @Test
    void whatWasThereStaysWholeAndNothingElseIsLeft() throws Exception {
        assertThat(Lab.run(List.of("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", folder.toString()))
                        .status())
                .isZero();
        try {
            Project project = new Project(folder, new Json());
            project.putMounts(List.of(new Mapping("/before", "/data", true)));
            String before = Files.readString(folder.resolve(Project.FILE));
            List<Mapping> many = java.util.stream.IntStream.range(0, 1000)
                    .mapToObj(i -> new Mapping("/a/long/path/" + i, "/data" + i, true))
                    .toList();
            assertThatThrownBy(() -> project.putMounts(many))
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.key()).isEqualTo("no-space"));
            assertThat(folder.resolve(Project.FILE)).hasContent(before);
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        } finally {
            assertThat(Lab.run(List.of("umount", folder.toString())).status()).isZero();
        }
    }
}
