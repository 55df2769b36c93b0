package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageFieldsTest {

    private static final JobId JOB = new JobId("7");

    private static final String ARRAY = """
            7_1|60|60|00:01.000||cpu=1,mem=2G,node=1|
            7_1.batch|60||00:01.000|900M|cpu=1,mem=2G,node=1|
            7_2|125|60|00:50.000||cpu=1,mem=2G,node=1|
            7_2.batch|125||00:50.000|100M|cpu=1,mem=2G,node=1|
            7_[3-9]|0|60|00:00:00|||
            """;

    @Test
    void accountsTellOfTheJobAndOfEachStep() throws Exception {
        JobUsage usage = UsageFields.ofAccounts("""
                7|125|60|01:02.345||billing=16,cpu=16,mem=8000M,node=2|
                7.batch|125||00:00.010|1200K|cpu=8,mem=4000M,node=1|
                7.0|120||01:02.335|3.5G|cpu=16,mem=8000M,node=2|
                """, JOB);
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.limit()).contains(Duration.ofHours(1));
        assertThat(usage.cpu()).contains(Duration.ofSeconds(62));
        assertThat(usage.memory()).hasValue(3_758_096_384L);
        assertThat(usage.granted()).as("on each node").hasValue(4000L << 20);
        assertThat(usage.cpus()).hasValue(16);
        assertThat(usage.nodes()).isEqualTo(2);
    }

    @Test
    void whereNothingIsKeptNothingIsKnown() throws Exception {
        assertThat(UsageFields.ofAccounts("", JOB).isUnknown()).isTrue();
        assertThat(UsageFields.ofAccounts("7|3|UNLIMITED|00:00:00||cpu=1,node=1|\n", JOB))
                .isEqualTo(new JobUsage(
                        java.util.Optional.of(Duration.ofSeconds(3)),
                        java.util.Optional.empty(),
                        java.util.OptionalLong.empty(),
                        java.util.OptionalLong.empty(),
                        java.util.Optional.empty(),
                        java.util.OptionalLong.of(1),
                        1,
                        0,
                        JobUsage.Gpus.NONE));
    }

    @Test
    void theControllerKnowsHowLong() throws Exception {
        JobUsage usage = UsageFields.ofController(
                Map.of("RunTime", "00:02:05", "TimeLimit", "1-00:00:00", "TRES", "cpu=4,mem=2G,node=2,billing=4"));
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.limit()).contains(Duration.ofDays(1));
        assertThat(usage.granted()).hasValue(1L << 30);
        assertThat(usage.cpus()).hasValue(4);
    }

    @Test
    void ofAnArrayItIsTheTaskThatRanLongestAndTheMostMemoryOfAny() throws Exception {
        JobUsage usage = UsageFields.ofAccounts(ARRAY, JOB);
        assertThat(usage.tasks()).isEqualTo(2);
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.cpu()).contains(Duration.ofSeconds(50));
        assertThat(usage.memory()).hasValue(900L << 20);
        assertThat(usage.granted()).hasValue(2L << 30);
    }

    /** One task that is named, or that is told by the number that it has as a job, is one job. */
    @ParameterizedTest
    @ValueSource(strings = {"7_2", "9"})
    void aTaskIsAJob(String asked) throws Exception {
        String lines =
                ARRAY.lines().filter(l -> l.startsWith("7_2")).collect(java.util.stream.Collectors.joining("\n"));
        JobUsage usage = UsageFields.ofAccounts(lines, new JobId(asked));
        assertThat(usage.tasks()).isZero();
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.memory()).hasValue(100L << 20);
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 300", "9, 0, 60", "7_1, 0, 60"})
    void theControllerTellsOfTasksThatHaveBegun(String asked, int tasks, int seconds) throws Exception {
        JobUsage usage = UsageFields.ofController(
                List.of(
                        Map.of("ArrayJobId", "7", "ArrayTaskId", "1", "JobState", "RUNNING", "RunTime", "00:01:00"),
                        Map.of("ArrayJobId", "7", "ArrayTaskId", "2", "JobState", "RUNNING", "RunTime", "00:05:00"),
                        Map.of("ArrayJobId", "7", "ArrayTaskId", "3-9", "JobState", "PENDING", "RunTime", "00:00:00")),
                new JobId(asked));
        assertThat(usage.tasks()).isEqualTo(tasks);
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(seconds));
        assertThat(UsageFields.ofController(List.of(), JOB).elapsed()).isEmpty();
        Map<String, String> waits = Map.of("ArrayJobId", "7", "ArrayTaskId", "3-9", "JobState", "PENDING");
        assertThat(UsageFields.ofController(List.of(waits), JOB).tasks())
                .as("none has begun")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cpu=8,gres/gpu:a100=2,gres/gpu=2,node=1; cpu=00:00:01,gres/gpumem=1M,gres/gpuutil=35; 2; 35",
                "cpu=8,gres/gpu=4,node=1; cpu=00:00:01; 4; -1",
                "cpu=8,gres/gpu=4,node=1; gres/gpuutil=500; 4; -1",
                "cpu=8,node=1; gres/gpuutil=35; 0; -1",
            })
    void gpusAreThoseThatWereGranted(String granted, String used, long count, long percent) throws Exception {
        JobUsage usage = UsageFields.ofAccounts(
                "7|60|60|00:01.000||" + granted + "|\n7.0|60||00:01.000|1M|" + granted + "|" + used + "\n", JOB);
        assertThat(usage.gpus())
                .isEqualTo(new JobUsage.Gpus(count, percent < 0 ? OptionalLong.empty() : OptionalLong.of(percent)));
    }
}
