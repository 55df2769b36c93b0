package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** The times are as sinfo and squeue of 22.05 and 24.11 write them. */
class TimeInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "14-00:00:00, up to 14 days, bis 14 Tage",
        "1-00:00:00, up to 1 day, bis 1 Tag",
        "1-01:00:00, up to 1 day 1 hour, bis 1 Tag 1 Stunde",
        "2-12:30:00, up to 2 days 12 hours, bis 2 Tage 12 Stunden",
        "8:00:00, up to 8 hours, bis 8 Stunden",
        "1:30:00, up to 1 hour 30 minutes, bis 1 Stunde 30 Minuten",
        "20:00, up to 20 minutes, bis 20 Minuten",
        "1:00, up to 1 minute, bis 1 Minute",
        "0:30, up to 30 seconds, bis 30 Sekunden",
        "UNLIMITED, no time limit, kein Zeitlimit",
        "infinite, no time limit, kein Zeitlimit",
        "n/a, up to n/a, bis n/a",
        "00:59:59, up to 59 minutes, bis 59 Minuten",
        "99999-00:00:00, 'up to 99,999 days', bis 99.999 Tage"
    })
    void aLimitIsSaidAsPeopleSayIt(String slurm, String english, String german) {
        assertThat(TimeInWords.limit(slurm, new Texts(Locale.ENGLISH))).isEqualTo(english);
        assertThat(TimeInWords.limit(slurm, new Texts(Locale.GERMAN))).isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource({"1-02:00:00, 1 day 2 hours", "14-00:00:00, 14 days", "23:59:59, 23:59:59", "UNLIMITED, no time limit"})
    void aDayIsNeverANumberBeforeADash(String slurm, String english) {
        assertThat(new Texts(Locale.ENGLISH).get(TimeInWords.ofDays(slurm))).isEqualTo(english);
    }

    /** A sentence in a sentence is in the language of the whole. */
    @ParameterizedTest
    @CsvSource({"en, 1:00 of 14 days; you may use p.", "de, 1:00 (höchstens 14 Tage); Sie dürfen p benutzen."})
    void itStandsInSentences(Locale language, String sentence) {
        Message check = Message.of("check.partition.time-ok", "1:00", TimeInWords.of("14-00:00:00"), "p");
        assertThat(new Texts(language).get(check)).isEqualTo(sentence);
    }
}
