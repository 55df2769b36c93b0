package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Texts;

class JobEndingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILED|1:0|failed, exit status 1|fehlgeschlagen, Exit-Status 1",
                "FAILED|0:9|failed, ended by signal 9|fehlgeschlagen, beendet durch Signal 9",
                "FAILED|137:0|failed, exit status 137, as after signal 9|"
                        + "fehlgeschlagen, Exit-Status 137, wie nach Signal 9",
                "FAILED|128:0|failed, exit status 128|fehlgeschlagen, Exit-Status 128",
                "FAILED|255:0|failed, exit status 255|fehlgeschlagen, Exit-Status 255",
                "TIMEOUT|0:15|its time was over, ended by signal 15|Zeit abgelaufen, beendet durch Signal 15",
                "TIMEOUT|0:0|its time was over|Zeit abgelaufen",
                "OUT_OF_MEMORY|0:125|out of memory|Speicher reichte nicht",
                "FAILED|0:125|out of memory|Speicher reichte nicht",
                "CANCELLED by 21437|0:0|cancelled|abgebrochen",
                "FAILED|''|failed|fehlgeschlagen",
                "FAILED|99999999999:0|failed|fehlgeschlagen"
            })
    void slurmsCodeIsSaidInWords(String state, String status, String english, String german) {
        EndedJob job = new EndedJob(JobId.read("7_1").orElseThrow(), "n", state, status, "p", "n1", "0:01", "", "", "");
        assertThat(new Texts(Locale.ENGLISH).get(JobEnding.of(job))).isEqualTo(english);
        assertThat(new Texts(Locale.GERMAN).get(JobEnding.of(job))).isEqualTo(german);
    }
}
