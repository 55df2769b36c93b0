package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** By which numbers a job is found. */
class JobQueueTest {

    /** An array whose last task, having been made of what was left of it, has the array's own number. */
    private static final List<Job> QUEUE = List.of(
            job("12", "12", "RUNNING"),
            job("37_9", "37", "RUNNING"),
            job("37_2", "38", "RUNNING"),
            job("50_[3-9%2]", "50", "PENDING"),
            job("3", "3", "PENDING"));

    private static Job job(String id, String number, String state) {
        return new Job(new JobId(id), new JobId(number), "j", state, "p", 1, "n", "0", "1", "", "me", "1", "N/A", 1);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "3, 3", "37_2, 37_2", "38, 37_2", "37_9, 37_9", "50, 50_[3-9%2]", "50_[3-9%2], 50_[3-9%2]"})
    void eitherNumberIsItsName(String asked, String found) throws Trouble {
        assertThat(JobQueue.among(QUEUE, new JobId(asked)).map(Job::id)).contains(new JobId(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1", "37_1", "50_3", "39"})
    void whatIsNotThereIsNotFound(String asked) throws Trouble {
        assertThat(JobQueue.among(QUEUE, new JobId(asked))).isEmpty();
    }

    @Test
    void theNumberOfAnArrayNamesNoneOfItsTasks() {
        assertThatThrownBy(() -> JobQueue.among(QUEUE, new JobId("37"))).isInstanceOfSatisfying(Trouble.class, t -> {
            assertThat(t.kind()).isEqualTo(TroubleKind.TASK_NOT_NAMED);
            assertThat(t.arguments()).extracting(Object::toString).containsExactly("37", "37_2, 37_9");
        });
    }
}
