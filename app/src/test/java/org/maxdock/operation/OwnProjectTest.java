package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;

class OwnProjectTest {

    @TempDir
    Path home;

    @Test
    void isMadeOnceAndKeepsWhatIsInIt() throws Exception {
        OwnProject own = new OwnProject(home);
        Files.writeString(own.folder().resolve("maxdock.json"), "mine");
        assertThat(own.folder()).isEqualTo(home.resolve("MaxDock"));
        assertThat(own.folder().resolve("maxdock.json")).hasContent("mine");
    }

    @Test
    void somethingElseOfThatNameIsToldAndStays() throws Exception {
        Files.writeString(home.resolve("MaxDock"), "a file");
        assertThatThrownBy(() -> new OwnProject(home).folder())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("MaxDock");
        assertThat(home.resolve("MaxDock")).hasContent("a file");
    }
}
