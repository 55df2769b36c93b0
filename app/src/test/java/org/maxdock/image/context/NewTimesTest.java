package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NewTimesTest {

    private static final BigDecimal TENTH_OF_A_MILLISECOND = new BigDecimal("0.0001");

    private static SortedMap<String, Long> touched(Map<String, Long> times) {
        return new TreeMap<>(times);
    }

    @Test
    void whatIsOfOneTimeComesBehindItTogether() {
        Map<String, List<String>> times =
                NewTimes.of(touched(Map.of("a", 16_000_000_001_234L, "b", 1L, "c", 16_000_000_001_234L)), "x");
        assertThat(times.values()).containsExactlyInAnyOrder(List.of("a", "c"), List.of("b"));
        assertThat(times.keySet()).allMatch(t -> t.matches("[0-9]+\\.[0-9]{9}"));
    }

    /** Also of before 1970, as touch(1) reads it. */
    @Test
    void eachDiffersByLessThanAnythingThatIsTold() {
        for (long time : List.of(0L, 16_000_000_001_234L, -1L, -10_000L, -25_000L)) {
            BigDecimal told = new BigDecimal(NewTimes.of(touched(Map.of("a", time)), "other")
                    .keySet()
                    .iterator()
                    .next());
            assertThat(told.subtract(BigDecimal.valueOf(time, 4)))
                    .isNotNegative()
                    .isLessThan(TENTH_OF_A_MILLISECOND);
        }
        assertThat(NewTimes.of(touched(Map.of("a", 7L)), "one").keySet())
                .isNotEqualTo(NewTimes.of(touched(Map.of("a", 7L)), "other").keySet());
    }

    @Test
    void ofVeryManyTheSecondIsTold() {
        SortedMap<String, Long> many = new TreeMap<>();
        for (long i = 0; i < 30_000; i++) {
            many.put("file " + i, 16_000_000_000_000L + i);
        }
        Map<String, List<String>> times = NewTimes.of(many, "x");
        assertThat(times).hasSize(3);
        assertThat(times.values()).allMatch(names -> names.size() == 10_000);
    }
}
