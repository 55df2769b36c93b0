package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.JobUsage;
import org.maxdock.slurm.StateWords;
import org.maxdock.text.Amounts;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** What a job used against what it was granted, and one thing to ask for next time. */
class UsageReportTest {

    private static final Amounts AMOUNTS = new Texts(Locale.ENGLISH).amounts();

    private static final long GIGA = 1L << 30;

    private static JobUsage usage(double minutes, double memory, double cores) {
        return new JobUsage(
                Optional.of(Duration.ofSeconds(Math.round(minutes * 60))),
                Optional.of(Duration.ofHours(1)),
                OptionalLong.of(Math.round(memory * GIGA)),
                OptionalLong.of(64 * GIGA),
                Optional.of(Duration.ofSeconds(Math.round(minutes * 60 * cores))),
                OptionalLong.of(8),
                1,
                0,
                JobUsage.Gpus.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 12.7, 8, usage.ask-less-memory, 16G",
        "30, 63, 8, usage.ask-more-memory, 79G",
        "30, 40, 1.4, usage.ask-fewer-cores, 2",
        "5, 40, 8, usage.ask-less-time, 10",
        "0.5, 40, 1, usage.ask-less-time, 5",
    })
    void oneThingIsAdvised(double minutes, double memory, double cores, String key, String argument) {
        Message advice = new UsageReport(usage(minutes, memory, cores), UsageReport.Counted.STEPS, false)
                .advice()
                .orElseThrow();
        assertThat(advice.key()).isEqualTo(key);
        assertThat(advice.arguments().getFirst()).hasToString(argument);
    }

    @Test
    void whereAllIsWellNothingIs() {
        assertThat(new UsageReport(usage(30, 40, 7.9), UsageReport.Counted.CONTAINERS, false).advice())
                .isEmpty();
    }

    @Test
    void ofOneThatRunsNothingIsAdvisedYet() {
        UsageReport report = new UsageReport(usage(5, 1, 1), UsageReport.Counted.CONTAINERS, true);
        assertThat(report.advice()).isEmpty();
        assertThat(report.lines(AMOUNTS)).extracting(Message::key).startsWith("usage.runs-of", "usage.memory-of");
    }

    /** Docker's client is small: its memory must not be taken for that of the work. */
    @Test
    void whatSlurmCountedOfALaunchIsNotTakenForItsContainers() {
        UsageReport report = new UsageReport(usage(30, 0.03, 0.01), UsageReport.Counted.NOTHING, false);
        assertThat(report.lines(AMOUNTS))
                .extracting(Message::key)
                .containsExactly("usage.time-of", "usage.containers-gone");
        assertThat(report.advice()).isEmpty();
        assertThat(new UsageReport(ofTasks(usage(30, 0.03, 0.01)), UsageReport.Counted.NOTHING, false).lines(AMOUNTS))
                .extracting(Message::key)
                .containsExactly("usage.tasks", "usage.time-of", "usage.containers-of-tasks");
    }

    private static JobUsage ofTasks(JobUsage one) {
        return new JobUsage(
                one.elapsed(),
                one.limit(),
                one.memory(),
                one.granted(),
                one.cpu(),
                one.cpus(),
                one.nodes(),
                3,
                one.gpus());
    }

    @Test
    void ofAnArrayItIsSaidFirst() {
        JobUsage one = usage(30, 40, 7.9);
        JobUsage tasks = ofTasks(one);
        assertThat(new UsageReport(tasks, UsageReport.Counted.STEPS, false).lines(AMOUNTS))
                .extracting(Message::key)
                .startsWith("usage.tasks", "usage.time-of");
        assertThat(new UsageReport(one, UsageReport.Counted.STEPS, false).lines(AMOUNTS))
                .extracting(Message::key)
                .doesNotContain("usage.tasks");
    }

    @Test
    void gpusAreToldAndHowBusyTheyWereOnlyWhereThatIsOfTheWork() {
        JobUsage one = usage(30, 40, 7.9);
        JobUsage two = new JobUsage(
                one.elapsed(),
                one.limit(),
                one.memory(),
                one.granted(),
                one.cpu(),
                one.cpus(),
                one.nodes(),
                0,
                new JobUsage.Gpus(2, OptionalLong.of(35)));
        assertThat(new UsageReport(two, UsageReport.Counted.STEPS, false).lines(AMOUNTS))
                .contains(Message.of("usage.gpus-of", 2L, 35L));
        assertThat(new UsageReport(two, UsageReport.Counted.CONTAINERS, false).lines(AMOUNTS))
                .contains(Message.of("usage.gpus", 2L));
        assertThat(new UsageReport(two, UsageReport.Counted.NOTHING, false).lines(AMOUNTS))
                .contains(Message.of("usage.gpus", 2L));
        assertThat(new UsageReport(one, UsageReport.Counted.STEPS, false).lines(AMOUNTS))
                .extracting(Message::key)
                .noneMatch(key -> key.startsWith("usage.gpus"));
    }

    private static EndedJob ended(String id, String state, String status) {
        return new EndedJob(JobId.read(id).orElseThrow(), "n", state, status, "p", "n1", "0:01", "", "", "");
    }

    /** What it would have used nobody knows. */
    @Test
    void ofOneThatFailedThatIsToldFirstAndNothingLessIsAdvised() {
        UsageReport report = new UsageReport(
                usage(0.5, 1, 1), UsageReport.Counted.STEPS, false, List.of(ended("7", "FAILED", "2:0")));
        assertThat(report.lines(AMOUNTS).getFirst())
                .isEqualTo(Message.of(
                        "usage.failed", Message.of("slurm.ended.status", StateWords.ofJob("FAILED"), "2"), "FAILED"));
        assertThat(report.advice()).isEmpty();
        UsageReport full = new UsageReport(
                usage(5, 63, 1), UsageReport.Counted.STEPS, false, List.of(ended("7", "OUT_OF_MEMORY", "0:125")));
        assertThat(full.advice()).map(Message::key).contains("usage.ask-more-memory");
        UsageReport well = new UsageReport(
                usage(5, 40, 8), UsageReport.Counted.STEPS, false, List.of(ended("7", "COMPLETED", "0:0")));
        assertThat(well.lines(AMOUNTS)).extracting(Message::key).doesNotContain("usage.failed");
        assertThat(well.advice()).map(Message::key).contains("usage.ask-less-time");
    }

    @Test
    void ofAnArrayItIsToldWhichTasksFailed() {
        UsageReport report = new UsageReport(
                ofTasks(usage(1, 1, 1)),
                UsageReport.Counted.STEPS,
                false,
                List.of(
                        ended("7_1", "COMPLETED", "0:0"),
                        ended("7_2", "FAILED", "1:0"),
                        ended("7_3", "TIMEOUT", "0:15")));
        assertThat(report.lines(AMOUNTS).getFirst())
                .satisfies(told -> assertThat(new Texts(Locale.ENGLISH).get(told))
                        .isEqualTo("Tasks that did not complete (2/3): 7_2: failed, exit status 1; "
                                + "7_3: " + new Texts(Locale.ENGLISH).get(StateWords.ofJob("TIMEOUT"))
                                + ", ended by signal 15"));
        assertThat(report.advice()).isEmpty();
    }
}
