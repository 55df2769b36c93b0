package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;

/** How a container is, is said in the reader's language; what no engine that is known says stays as it was said. */
class ContainerWordsTest {

    private static final Texts GERMAN = new Texts(Locale.GERMAN);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static ContainerSummary container(String state, String status) {
        return new ContainerSummary(
                "1", "n", "i", "sha256:1", state, status, Instant.EPOCH, List.of(), List.of(), "", "", Map.of());
    }

    /** Engine API, ContainerSummary, State. */
    @ParameterizedTest
    @ValueSource(strings = {"created", "running", "paused", "restarting", "removing", "exited", "dead"})
    void aStateIsAWordOfTheLanguage(String state) {
        assertThat(GERMAN.get(ContainerWords.state(container(state, ""))))
                .isNotEqualTo(state)
                .doesNotContain("container.");
        assertThat(ENGLISH.get(ContainerWords.state(container(state, "")))).doesNotContain("container.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Up 2 hours;for 2 hours;seit 2 Stunden",
                "Up 1 second;for 1 second;seit 1 Sekunde",
                "Up Less than a second;for less than a second;seit weniger als einer Sekunde",
                "Up About a minute (Paused);started about a minute ago;gestartet vor etwa einer Minute",
                "Up 3 days (healthy);for 3 days, healthy;seit 3 Tagen, gesund",
                "Up 4 weeks (unhealthy);for 4 weeks, its own check fails;seit 4 Wochen, eigene Prüfung schlägt fehl",
                "Up 5 seconds (health: starting);for 5 seconds, not checked yet;seit 5 Sekunden, noch nicht geprüft",
                "Exited (137) 2 months ago;2 months ago, status 137;vor 2 Monaten, Status 137",
                "Restarting (1) 8 seconds ago;8 seconds ago, status 1;vor 8 Sekunden, Status 1",
                "Created;'';''",
            })
    void aSentenceToo(String said, String english, String german) {
        assertThat(ENGLISH.get(ContainerWords.status(container("", said)))).isEqualTo(english);
        assertThat(GERMAN.get(ContainerWords.status(container("", said)))).isEqualTo(german);
    }

    /** As docker rounds them. */
    static Stream<String> durations() {
        return Stream.concat(
                Stream.of("Less than a second", "About a minute", "About an hour"),
                Stream.of("second", "minute", "hour", "day", "week", "month", "year")
                        .flatMap(unit -> IntStream.of(1, 2, 47).mapToObj(n -> n + " " + unit + (n == 1 ? "" : "s"))));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void eachDurationIsSaidInTheLanguage(String duration) {
        for (String sentence : List.of("Up " + duration, "Exited (0) " + duration + " ago")) {
            assertThat(GERMAN.get(ContainerWords.status(container("", sentence))))
                    .doesNotContain(duration, "container.")
                    .doesNotContainPattern("\\b(?:Up|ago|second|minute|hour|day|week|month|year)s?\\b");
        }
    }

    @Test
    void whatALaterEngineSaysStays() {
        assertThat(GERMAN.get(ContainerWords.state(container("stopping", "")))).isEqualTo("stopping");
        assertThat(GERMAN.get(ContainerWords.status(container("", "{0}' Up \u202e"))))
                .isEqualTo("{0}' Up \\u202e");
        assertThat(GERMAN.get(ContainerWords.status(container("", "Up 2 fortnights (odd)"))))
                .isEqualTo("Up 2 fortnights (odd)");
    }
}
