package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageFieldsTest {

    @Test
    void accountsTellOfTheJobAndOfEachStep() {
        JobUsage usage = UsageFields.ofAccounts("""
                7|125|60|01:02.345||billing=16,cpu=16,mem=8000M,node=2
                7.batch|125||00:00.010|1200K|cpu=8,mem=4000M,node=1
                7.0|120||01:02.335|3.5G|cpu=16,mem=8000M,node=2
                """);
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.limit()).contains(Duration.ofHours(1));
        assertThat(usage.cpu()).contains(Duration.ofSeconds(62));
        assertThat(usage.memory()).hasValue(3_758_096_384L);
        assertThat(usage.granted()).as("on each node").hasValue(4000L << 20);
        assertThat(usage.cpus()).hasValue(16);
        assertThat(usage.nodes()).isEqualTo(2);
    }

    @Test
    void whereNothingIsKeptNothingIsKnown() {
        assertThat(UsageFields.ofAccounts("").isUnknown()).isTrue();
        assertThat(UsageFields.ofAccounts("7|3|UNLIMITED|00:00:00||cpu=1,node=1\n"))
                .isEqualTo(new JobUsage(
                        java.util.Optional.of(Duration.ofSeconds(3)),
                        java.util.Optional.empty(),
                        java.util.OptionalLong.empty(),
                        java.util.OptionalLong.empty(),
                        java.util.Optional.empty(),
                        java.util.OptionalLong.of(1),
                        1));
    }

    @Test
    void theControllerKnowsHowLong() {
        JobUsage usage = UsageFields.ofController(
                Map.of("RunTime", "00:02:05", "TimeLimit", "1-00:00:00", "TRES", "cpu=4,mem=2G,node=2,billing=4"));
        assertThat(usage.elapsed()).contains(Duration.ofSeconds(125));
        assertThat(usage.limit()).contains(Duration.ofDays(1));
        assertThat(usage.granted()).hasValue(1L << 30);
        assertThat(usage.cpus()).hasValue(4);
    }
}
