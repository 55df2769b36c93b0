package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** How a table was left comes back; what could be no table's look is as if nothing were kept. */
class TableLookTest {

    @TempDir
    Path folder;

    private ViewFile<TableLooks> file() {
        return new ViewFile<>(folder.resolve("tables.json"), new Json(), TableLooks.class);
    }

    @Test
    void whatWasKeptComesBack() throws Exception {
        TableLooks looks = new TableLooks(Map.of(
                "jobs",
                new TableLook(
                        List.of(new TableLook.Column("name", 120.5), new TableLook.Column("id", 80)),
                        List.of(new TableLook.Sorting("id", true)))));
        file().write(looks);
        assertThat(file().read()).hasValue(looks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"tables\":{\"jobs\":{\"columns\":[{\"id\":\"\",\"width\":10}]}}}",
                "{\"tables\":{\"jobs\":{\"columns\":[{\"id\":\"a\",\"width\":-1}]}}}",
                "{\"tables\":{\"jobs\":{\"columns\":[{\"id\":\"a\",\"width\":\"NaN\"}]}}}",
                "{\"tables\":{\"jobs\":{\"columns\":[null]}}}",
                "{\"tables\":{\"jobs\":{\"sorting\":[{}]}}}"
            })
    void anythingElseIsAsIfNothingWereKept(String text) throws Exception {
        Files.writeString(folder.resolve("tables.json"), text);
        assertThat(file().read()).isEmpty();
    }

    @Test
    void noTableHasSoManyColumns() {
        assertThatThrownBy(() -> new TableLook.Column("x".repeat(200), 10)).isInstanceOf(InvalidValue.class);
    }
}
