package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Run;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What may and what may not call a launch over. */
class RunEndsTest {

    private static final Mark MARK = new Mark("maxdock:6d6a4ba5-0e1f-4b7f-9a3c-3f4d8d2f0a11");
    private static final Launch LAUNCH = new Launch(
            "l",
            ImageReference.parse("i:1"),
            List.of(),
            List.of(),
            RunMode.ME,
            LaunchPlace.Allocation.of("p", 1, "5"),
            List.of("true"),
            "");
    private static final Run RUN = run("37", "");

    private static Run run(String job, String state) {
        return new Run(
                MARK,
                Optional.of(job).filter(j -> !j.isEmpty()).map(JobId::new),
                "max-wgs",
                "2026-11-24T12:00:00Z",
                LAUNCH,
                state,
                "",
                "",
                "");
    }

    private static EndedJob ended(String id, String state, String comment) {
        return new EndedJob(new JobId(id), "l", state, "0:0", "p", "n", "1", "s", "e", comment);
    }

    private static Job queued(String state) {
        return new Job(
                new JobId("38"), new JobId("38"), "l", state, "p", 1, "n", "0", "5", MARK.text(), "me", "5", "N/A", 1);
    }

    private static RunEnds silent(TroubleKind kind, EndedJob... accounts) {
        return new RunEnds(
                job -> {
                    throw new Trouble(kind, "x");
                },
                () -> List.of(accounts));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false",
        "RUNNING, false",
        "SUSPENDED, false",
        "COMPLETING, false",
        "CONFIGURING, false",
        "STOPPED, false",
        "REQUEUED, false",
        "REQUEUE_HOLD, false",
        "REQUEUE_FED, false",
        "RESIZING, false",
        "SIGNALING, false",
        "SPECIAL_EXIT, false",
        "STAGE_OUT, false",
        "RESV_DEL_HOLD, false",
        "REVOKED, false",
        "'', false",
        "SOMETHING_NEW, false",
        "completed, false",
        "COMPLETED, true",
        "FAILED, true",
        "CANCELLED, true",
        "TIMEOUT, true",
        "NODE_FAIL, true",
        "PREEMPTED, true",
        "BOOT_FAIL, true",
        "DEADLINE, true",
        "OUT_OF_MEMORY, true",
        "LAUNCH_FAILED, true",
        "RECONFIG_FAIL, true"
    })
    void onlyAFinalStateIsTheEnd(String state, boolean over) throws Exception {
        Run now = new RunEnds(
                        job -> List.of(Map.of("JobState", state, "ExitCode", "3:0", "EndTime", "t", "StdOut", "/o")),
                        List::of)
                .now(RUN, List.of());
        assertThat(now.isOver()).isEqualTo(over);
        assertThat(now)
                .isEqualTo(
                        over
                                ? run("37", "")
                                        .over(Map.of(
                                                "JobState", state, "ExitCode", "3:0", "EndTime", "t", "StdOut", "/o"))
                                : RUN);
        assertThat(run("37", state).isOver())
                .as("written down by an earlier version")
                .isEqualTo(over);
        assertThat(silent(TroubleKind.SLURM_SILENT, ended("37", state, ""))
                        .now(RUN, List.of())
                        .isOver())
                .as("by the accounts")
                .isEqualTo(over);
    }

    @ParameterizedTest
    @EnumSource(TroubleKind.class)
    void noTroubleIsTheEndButThatThereIsNoSuchJob(TroubleKind kind) throws Exception {
        assertThat(silent(kind).now(RUN, List.of()).isOver()).isEqualTo(kind == TroubleKind.NO_SUCH_JOB);
    }

    @Test
    void theAccountsKnowMoreThanThatItIsForgotten() throws Exception {
        Run now = silent(TroubleKind.NO_SUCH_JOB, ended("37", "CANCELLED by 1000", ""))
                .now(RUN, List.of());
        assertThat(now.state()).isEqualTo("CANCELLED by 1000");
        assertThat(now.isOver()).isTrue();
        assertThat(silent(TroubleKind.NO_SUCH_JOB, ended("36", "FAILED", ""))
                        .now(RUN, List.of())
                        .state())
                .isEqualTo("ENDED");
    }

    @Test
    void oneThatEndedBeforeItsNumberWasKnownIsFoundByItsMark() throws Exception {
        Run now = silent(TroubleKind.UNEXPECTED, ended("40", "FAILED", MARK.text()))
                .now(run("", ""), List.of());
        assertThat(now.job()).contains(new JobId("40"));
        assertThat(now.isOver()).isTrue();
        assertThat(silent(TroubleKind.UNEXPECTED, ended("41", "FAILED", "")).now(run("", ""), List.of()))
                .isEqualTo(run("", ""));
    }

    @Test
    void whatIsInTheQueueIsNotOverWhateverWasWrittenDown() throws Exception {
        for (String state : List.of("PENDING", "RUNNING", "COMPLETING", "REQUEUE_HOLD")) {
            assertThat(silent(TroubleKind.UNEXPECTED).now(run("37", "FAILED"), List.of(queued(state))))
                    .isEqualTo(run("38", ""));
        }
        assertThat(silent(TroubleKind.UNEXPECTED).now(run("37", "FAILED"), List.of()))
                .isEqualTo(run("37", "FAILED"));
    }

    private static Map<String, String> task(String state, String end) {
        return Map.of("JobState", state, "ExitCode", state.equals("FAILED") ? "1:0" : "0:0", "EndTime", end);
    }

    /** Whichever of its tasks was seen last, or none. */
    @ParameterizedTest
    @ValueSource(strings = {"37", "37_3", "37_[1-3]"})
    void anArrayIsOverWhenAllItsTasksAreAndAsTheWorstOfThem(String seen) throws Exception {
        Run over = new RunEnds(
                        job -> job.text().equals("37")
                                ? List.of(task("COMPLETED", "1"), task("FAILED", "2"), task("CANCELLED", "3"))
                                : List.of(),
                        List::of)
                .now(run(seen, ""), List.of());
        assertThat(List.of(over.state(), over.status(), over.ended())).containsExactly("FAILED", "1:0", "3");
        assertThat(new RunEnds(job -> List.of(task("COMPLETED", "1"), task("RUNNING", "")), List::of)
                        .now(run(seen, ""), List.of())
                        .isOver())
                .isFalse();
        Run byAccounts = silent(TroubleKind.NO_SUCH_JOB, ended("37_1", "COMPLETED", ""), ended("37_2", "TIMEOUT", ""))
                .now(run(seen, ""), List.of());
        assertThat(byAccounts.state()).isEqualTo("TIMEOUT");
        assertThat(byAccounts.job()).contains(new JobId("37"));
    }
}
