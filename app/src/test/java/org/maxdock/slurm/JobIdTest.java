package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobIdTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "37 | 37 | 37 | false",
                "37_2 | 37_2 | 37 | false",
                "37_[3-9] | 37_[3-9] | 37 | false",
                "37_[3-9%2] | 37_[3-9] | 37 | false",
                "37_[1,3,5,...%2] | 37_[1,3,5,...] | 37 | true",
                "12+1 | 12+1 | 12+1 | false",
            })
    void isGivenBackToSlurmAsItTakesIt(String text, String back, String array, boolean isShortened) {
        JobId job = new JobId(text);
        assertThat(job.withoutLimit()).isEqualTo(back);
        assertThat(job.array()).isEqualTo(array);
        assertThat(job.isShortened()).isEqualTo(isShortened);
    }
}
