package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachableTest {

    private static final Reachable IMAGE =
            new Reachable("registry/you/recon:1", "Image", "", "maxdock image inspect registry/you/recon:1", () -> {});

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'  ', 0",
        "registry/you, 0",
        "REG, 0",
        "recon, 1",
        "you rec, 1",
        "image, 2",
        "con:1, 2",
        "inspect recon, 2",
        "recon nosuch, -1",
        "xyz, -1"
    })
    void eachWordIsSomewhereAndBeginningsCountMore(String typed, int fit) {
        assertThat(IMAGE.fit(typed)).isEqualTo(fit < 0 ? OptionalInt.empty() : OptionalInt.of(fit));
    }

    @ParameterizedTest
    @CsvSource({"übersicht, 0", "ÜBER, 0", "über die, 1", "die, 1"})
    void lettersAreThoseOfEveryLanguage(String typed, int fit) {
        assertThat(new Reachable("Übersicht über die Jobs", "Seite", "", "", () -> {}).fit(typed))
                .hasValue(fit);
    }
}
