package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BegunTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, (null), 0, false",
        "PENDING, (null), 1, true",
        "CONFIGURING, max-wn001, 0, false",
        "CONFIGURING, max-wn001, 2, true",
        "CANCELLED, (null), 0, false",
        "CANCELLED, '', 0, false",
        "CANCELLED, (null), 1, true",
        "CANCELLED, max-wn001, 0, true",
        "DEADLINE, (null), 0, false",
        "RUNNING, max-wn001, 0, true",
        "SUSPENDED, max-wn001, 0, true",
        "COMPLETED, max-wn001, 0, true",
        "A_STATE_OF_LATER, (null), 0, true",
    })
    void whoWasNeverGivenANodeHasNotBegun(String state, String nodes, String restarts, boolean begun) {
        assertThat(Begun.has(Map.of("JobState", state, "NodeList", nodes, "Restarts", restarts)))
                .isEqualTo(begun);
    }

    @Test
    void whatIsNotToldIsNotGuessed() {
        assertThat(Begun.has(Map.of())).isTrue();
        assertThat(Begun.has(Map.of("JobState", "PENDING"))).isFalse();
    }
}
