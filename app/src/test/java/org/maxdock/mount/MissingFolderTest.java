package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.HostFiles;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;

/** A folder that is not there can be made where the user may do so, and is offered just then. */
class MissingFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectory(folder.resolve("there"));
        Files.writeString(folder.resolve("file"), "");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("there"));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
    }

    private CheckedMapping check(String path) throws Trouble {
        try (LocalHost host = new LocalHost();
                MountCheck check = new MountCheck(host, new SiteStorage(List.of(), List.of()))) {
            return check.predict(List.of(new Mapping(folder.resolve(path).toString(), "/data", true)))
                    .getFirst();
        }
    }

    private void make(String path) throws Trouble {
        try (LocalHost host = new LocalHost()) {
            new HostFiles(host).makeFolder(folder.resolve(path).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "new, true",
        "new/below/it, true",
        "there/new, true",
        "link/new, true",
        "it’s new, true",
        "file/new, false",
        "dangling, false",
        "dangling/new, false",
    })
    void isOfferedWhereItCanBeMade(String path, boolean can) throws Exception {
        assertThat(check(path).verdict())
                .isInstanceOfSatisfying(
                        MountVerdict.Missing.class,
                        missing -> assertThat(missing.creatable()).isEqualTo(can));
        if (can) {
            make(path);
            assertThat(folder.resolve(path)).isDirectory();
            assertThat(check(path).verdict().holds()).isTrue();
        } else {
            assertThatThrownBy(() -> make(path)).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void whatIsThereIsNotMissing() throws Exception {
        assertThat(check("there").about().orElseThrow().folder()).isTrue();
        assertThat(check("file").about().orElseThrow().folder()).isFalse();
        assertThat(check("file").verdict().holds()).isTrue();
    }
}
