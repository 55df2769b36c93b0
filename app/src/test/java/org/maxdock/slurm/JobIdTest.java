package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void theyFollowOneAnotherByTheirNumbers() {
        List<JobId> jobs = new ArrayList<>(
                Stream.of("100", "99", "37_10", "37_9", "37", "37_[11-20%2]", "9999999999_9999999999", "12+1")
                        .map(JobId::new)
                        .toList());
        jobs.sort(JobId.BY_NUMBER);
        assertThat(jobs)
                .extracting(JobId::text)
                .containsExactly("12+1", "37", "37_9", "37_10", "37_[11-20%2]", "99", "100", "9999999999_9999999999");
    }
}
