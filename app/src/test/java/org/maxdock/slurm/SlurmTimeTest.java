package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmTimeTest {

    @ParameterizedTest
    @CsvSource({
        "90,PT90M",
        "2:30,PT2M30S",
        "1:00:00,PT1H",
        "01:02:03,PT1H2M3S",
        "2-0,PT48H",
        "1-2:3,PT26H3M",
        "14-00:00:00,PT336H"
    })
    void readsEachOfSbatchsForms(String text, Duration duration) {
        assertThat(SlurmTime.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNLIMITED", "infinite", "n/a", "", "an hour", "1h", "-5", "1:2:3:4"})
    void whatIsNoLimitOrNoTimeHasNoDuration(String text) {
        assertThat(SlurmTime.parse(text)).isEmpty();
    }
}
