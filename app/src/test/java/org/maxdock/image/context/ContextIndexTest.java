package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextIndexTest {

    @TempDir
    Path folder;

    private static ContextIndex index() {
        TreeMap<String, ContextIndex.Entry> entries = new TreeMap<>();
        entries.put("a\nb \udcff", new ContextIndex.Entry("0 644 x", 5, "1 2 3 4"));
        entries.put("l", new ContextIndex.Entry("2 777 \u00e4", -5, ""));
        return ContextIndex.of(entries);
    }

    @Test
    void whatIsWrittenIsRead() {
        ContextIndexes indexes = ContextIndexes.of(Path.of("/nowhere"), Optional.of(folder.toString()));
        indexes.write("name", index());
        assertThat(indexes.read("name")).isEqualTo(index());
        assertThat(indexes.read("other")).isEqualTo(ContextIndex.NONE);
        assertThat(folder.resolve("maxdock/builds")).isDirectoryContaining("glob:**/name");
    }

    @Test
    void aNameThatIsNoUtf8CountsByItsBytes() {
        assertThat(ContextIndex.of(new TreeMap<>(Map.of("M\udce4rz", new ContextIndex.Entry("0 644 x", 5, ""))))
                        .now())
                .isNotEqualTo(
                        ContextIndex.of(new TreeMap<>(Map.of("M\udcf6rz", new ContextIndex.Entry("0 644 x", 5, ""))))
                                .now());
    }

    @Test
    void anotherTimeIsAnotherFolderBuiltFromTheSame() {
        ContextIndex one = ContextIndex.of(new TreeMap<>(Map.of("a", new ContextIndex.Entry("0 644 x", 5, ""))));
        ContextIndex other = ContextIndex.of(new TreeMap<>(Map.of("a", new ContextIndex.Entry("0 644 x", 6, ""))));
        assertThat(one.now()).isNotEqualTo(other.now());
        assertThat(one.digest()).isEqualTo(other.digest());
    }

    @Test
    void theMachineIsDrawnOnce() {
        ContextIndexes indexes = new ContextIndexes(folder.resolve("new"));
        assertThat(indexes.machine()).hasSize(36).isEqualTo(new ContextIndexes(folder.resolve("new")).machine());
        assertThat(new ContextIndexes(folder.resolve("other")).machine()).isNotEqualTo(indexes.machine());
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoTrouble() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        ContextIndexes indexes = new ContextIndexes(file);
        indexes.write("name", index());
        assertThat(indexes.read("name")).isEqualTo(ContextIndex.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "maxdock-context-1 \0",
                "maxdock-context-2 abc\0a\0b\0c\0",
                "maxdock-context-3 \0a\0b\0x\0c\0"
            })
    void whatIsNoneIsEmpty(String text) {
        assertThat(ContextIndex.parse(text).entries()).isEmpty();
    }

    @Test
    void aFileThatChangedIsReadAnew() {
        assertThat(index().what("a\nb \udcff", "1 2 3 4")).contains("0 644 x");
        assertThat(index().what("a\nb \udcff", "1 2 3 5")).isEmpty();
        assertThat(index().what("l", "")).isEmpty();
    }
}
