package org.maxdock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row is written whatever it measures. */
class RowTest {

    @ParameterizedTest
    @ValueSource(strings = {"ms", "%", "MB", ""})
    void aRowIsWritten(String unit) {
        Measured measured = new Measured();
        measured.add(0.25);

        assertThat(Row.absolute("row", "what", unit, measured, 0.3).text())
                .contains("0.25")
                .contains("≤ 0.3 " + unit)
                .endsWith("holds");
    }
}
