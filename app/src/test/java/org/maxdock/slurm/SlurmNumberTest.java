package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmNumberTest {

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", "1000,1000", "1K,1024", "1.46K,1495", "2M,2097152", "1.5G,1610612736", "64+,64"})
    void shortenedOnesToo(String text, long number) {
        assertThat(SlurmNumber.read(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "K", "1k", "n/a", "1.K", "1,5", "99999999999999999999"})
    void whatIsNone(String text) {
        assertThat(SlurmNumber.read(text)).isEmpty();
    }

    @Test
    void aSiteOfThousandsOfNodesHasAllOfThem() throws Exception {
        String line = String.join("\u001f", "big*", "up", "all", "1-00:00:00", "n/a", "idle", "2.50K");
        assertThat(new NodeLines(List.of()).partitions(line).found())
                .singleElement()
                .satisfies(p -> assertThat(p.idle()).isEqualTo(2560));
    }

    @Test
    void aJobOfWhichSqueueDoesNotKnowHowManyNodesItWantsIsAJob() throws Exception {
        String job = String.join(
                "|",
                "14",
                "PENDING",
                "upex,maxcpu",
                "-1",
                "(Priority)",
                "0",
                "1",
                "",
                "me",
                "1",
                "N/A",
                "5",
                "14",
                "a");
        assertThat(JobLines.read(job + ";\n", new JobFormat("|", ";")).found())
                .singleElement()
                .satisfies(j -> assertThat(j.nodes()).isZero());
    }
}
