package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's files are where the specification says, and those of before are found. */
class ConfigFolderTest {

    @TempDir
    Path folder;

    private Path in(String set) {
        return ConfigFolder.of(folder.resolve("home"), Map.of("XDG_CONFIG_HOME", set))
                .path();
    }

    @Test
    void withoutAWordTheyAreInTheUsualFolder() {
        assertThat(ConfigFolder.of(folder, Map.of()).path()).isEqualTo(folder.resolve(".config/maxdock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative", "./here", "~/conf", "/not\0a path"})
    void whatIsNoWholePathCountsAsUnset(String set) {
        assertThat(in(set)).isEqualTo(folder.resolve("home/.config/maxdock"));
    }

    @Test
    void theyAreWhereTheVariableSays() {
        assertThat(in(folder + "/conf")).isEqualTo(folder.resolve("conf/maxdock"));
    }

    @Test
    void thoseOfBeforeStayInUseUntilThereAreOthers() throws Exception {
        Files.createDirectories(folder.resolve("home/.config/maxdock"));
        assertThat(in(folder + "/conf")).isEqualTo(folder.resolve("home/.config/maxdock"));
        Files.createDirectories(folder.resolve("conf/maxdock"));
        assertThat(in(folder + "/conf")).isEqualTo(folder.resolve("conf/maxdock"));
    }
}
