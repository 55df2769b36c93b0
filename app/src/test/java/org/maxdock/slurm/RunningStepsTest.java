package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

class RunningStepsTest {

    /** Of a job that runs, beside what its steps that have ended had: a line of sstat for each step. */
    @ParameterizedTest
    @CsvSource({
        "7.batch|2048M|00:01:02|1, 2048, 162",
        "7.extern|1M|00:00:00|1 7.0|3G|00:00:10|4, 3072, 140",
        "7.0|104857600|00:02.500|2, 512, 104",
        "7.0|||, 512, 100",
        "7.0|16?|213503982334-14:25:51|1, 512, 100",
        "sstat:error, 512, 100",
    })
    void ofAJobThatRunsItsStepsAreCountedSoFar(String lines, long megabytes, long seconds) {
        JobUsage told = JobUsage.UNKNOWN.counted(OptionalLong.of(512L << 20), Optional.of(Duration.ofSeconds(100)));
        JobUsage usage = RunningSteps.counted(lines.replace(' ', '\n'), told);
        assertThat(usage.memory()).hasValue(megabytes << 20);
        assertThat(usage.cpu()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void whereNothingIsGatheredNothingIsKnown() {
        assertThat(RunningSteps.counted("7.batch|||\n", JobUsage.UNKNOWN)).isEqualTo(JobUsage.UNKNOWN);
        assertThat(RunningSteps.counted("", JobUsage.UNKNOWN)).isEqualTo(JobUsage.UNKNOWN);
    }

    @Test
    void theJobIsAskedForByTheNumberThatSstatTakesAndNotWaitedForLong() throws Trouble {
        Host host = mock(Host.class);
        Job task = new Job(
                new JobId("37_2"), new JobId("40"), "t", "RUNNING", "p", 1, "n", "0", "1", "", "me", "1", "N/A", 1);
        when(host.run(any(Command.class)))
                .thenReturn(new Output(0, "40.batch|5M|00:00:01|1\n".getBytes(StandardCharsets.UTF_8), new byte[0]))
                .thenReturn(new Output(1, new byte[0], "sstat: error".getBytes(StandardCharsets.UTF_8)));
        RunningSteps steps = new RunningSteps(new SlurmCommands(host));
        assertThat(steps.of(task, JobUsage.UNKNOWN).memory()).hasValue(5L << 20);
        assertThat(steps.of(task, JobUsage.UNKNOWN)).isEqualTo(JobUsage.UNKNOWN);
        verify(host, times(2))
                .run(argThat((Command c) ->
                        c.script().contains("timeout 8 sstat") && c.script().contains("--jobs=40")));
    }
}
