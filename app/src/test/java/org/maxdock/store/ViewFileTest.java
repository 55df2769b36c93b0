package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** What was kept comes back; what could be no window's place is as if nothing were kept. */
class ViewFileTest {

    @TempDir
    Path folder;

    private ViewFile<WindowPlace> file() {
        return new ViewFile<>(folder.resolve("window.json"), new Json(), WindowPlace.class);
    }

    @Test
    void whatWasKeptComesBack() throws Exception {
        assertThat(file().read()).isEmpty();
        WindowPlace place = new WindowPlace(-1200, 40, 1600, 900, true);
        file().write(place);
        assertThat(file().read()).hasValue(place);
        WindowPlace other = new WindowPlace(0, 0, 1280, 800, false);
        file().write(other);
        assertThat(file().read()).hasValue(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"x\":1e9,\"y\":0,\"width\":10,\"height\":10}",
                "{\"x\":\"NaN\",\"y\":0,\"width\":10,\"height\":10}",
                "{\"x\":0,\"y\":0,\"width\":0,\"height\":10}",
                "{\"x\":0,\"y\":0,\"width\":[],\"height\":10}"
            })
    void anythingElseIsAsIfNothingWereKept(String text) throws Exception {
        Files.writeString(folder.resolve("window.json"), text);
        assertThat(file().read()).isEmpty();
        file().write(new WindowPlace(0, 0, 1280, 800, false));
        assertThat(file().read()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e6, -1e6})
    void thereIsNoSuchPlace(double wrong) {
        assertThatThrownBy(() -> new WindowPlace(wrong, 0, 10, 10, false)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new WindowPlace(0, 0, 10, wrong, false)).isInstanceOf(InvalidValue.class);
    }
}
