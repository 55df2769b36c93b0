package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static Job job(String id, String partition, long priority) {
        return new Job(
                new JobId(id),
                new JobId(id),
                "j",
                "PENDING",
                partition,
                1,
                "(Priority)",
                "0:00",
                "1:00",
                "",
                "me",
                "1:00",
                "N/A",
                priority);
    }

    @Test
    void whoWaitsInOneOfItsPartitionsIsAhead() {
        Job mine = job("1", "maxcpu,allcpu", 10);
        List<Job> others = List.of(
                mine,
                job("2", "maxcpu", 11),
                job("3", "allgpu,allcpu", 12),
                job("4", "maxgpu", 99),
                job("5", "allcpu", 9));
        assertThat(Waiting.among(mine, others).ahead()).isEqualTo(2);
    }
}
