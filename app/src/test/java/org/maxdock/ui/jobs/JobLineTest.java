package org.maxdock.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.launch.LaunchKind;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Texts;

/** What the table says of a job. */
class JobLineTest {

    private final Texts texts = new Texts(Locale.ENGLISH);

    private JobLine line(JobBook.Entry entry, boolean mine) {
        return new JobLine(entry, mine, texts);
    }

    private JobLine ended(String state, String status) {
        return line(
                new JobBook.Entry(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new EndedJob(
                                new JobId("1"),
                                "recon",
                                state,
                                status,
                                "maxcpu",
                                "n1",
                                "0:10",
                                "",
                                "2026-11-24T16:40:31",
                                ""))),
                true);
    }

    @Test
    void oneThatRunsSaysWhereAndHowMuchIsLeft() {
        JobLine line = line(JobsBench.launched("1", "RUNNING", LaunchKind.Shell.PLAIN), true);
        assertThat(line.state()).isEqualTo("running");
        assertThat(line.stateKind()).isEqualTo("ok");
        assertThat(line.where()).isEqualTo("max-wn001");
        assertThat(line.time()).isEqualTo("9:50 left");
        assertThat(line.used()).hasValueCloseTo(10.0 / 600, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(line.image()).isEqualTo("i:1");
        assertThat(line.checksItsImage()).isTrue();
    }

    @Test
    void whatSomebodyElseWroteShowsAllOfItself() {
        EndedJob odd = new EndedJob(
                new JobId("1"), "a\u202eb\u001b[8m\u200b", "COMPLETED", "", "p\u202e", "n\u200b", "", "", "", "");
        JobLine line = line(new JobBook.Entry(Optional.empty(), Optional.empty(), Optional.of(odd)), true);
        assertThat(line.name()).isEqualTo("a\\u202eb\\u001b[8m\\u200b");
        assertThat(line.partition() + line.where()).isEqualTo("p\\u202en\\u200b");
    }

    @Test
    void oneThatWaitsSaysWhyAndNotThatAnythingWasChecked() {
        JobLine line = line(JobsBench.launched("1", "PENDING", LaunchKind.Shell.PLAIN), true);
        assertThat(line.where()).isNotBlank().doesNotContain("(Resources)");
        assertThat(line.stateKind()).isEqualTo("warn");
        assertThat(line.checksItsImage()).isFalse();
    }

    @Test
    void howOneEndedIsSaidInAWordAndItsStatus() {
        assertThat(ended("COMPLETED", "0:0").state()).isEqualTo("done");
        assertThat(ended("COMPLETED", "0:0").stateKind()).isEqualTo("plain");
        assertThat(ended("FAILED", "3:0").state()).isEqualTo("failed 3");
        assertThat(ended("CANCELLED by 1000", "0:0").state()).isEqualTo("cancelled");
        assertThat(ended("CANCELLED by 1000", "0:0").stateKind()).isEqualTo("plain");
        assertThat(ended("CANCELLED+", "0:0").stateKind()).isEqualTo("plain");
        assertThat(ended("TIMEOUT", "0:1").stateKind()).isEqualTo("bad");
        assertThat(ended("FAILED", "3:0").stateInFull()).isEqualTo("failed, exit status 3 (SLURM: FAILED)");
        assertThat(ended("NODE_FAIL", "0:9").stateInFull())
                .isEqualTo("its node failed, ended by signal 9 (SLURM: NODE_FAIL)");
        assertThat(ended("COMPLETED", "0:0").time()).isEqualTo("0:10  11-24 16:40");
    }

    /** squeue(1), JOB STATE CODES. */
    @ParameterizedTest
    @ValueSource(
            strings = {"PENDING", "CONFIGURING", "COMPLETING", "SUSPENDED", "SIGNALING", "RESIZING", "REQUEUE_HOLD"})
    void noWordOfSlurmsIsLeftInWhatAGermanReads(String state) {
        JobLine line = new JobLine(
                JobsBench.launched("1", state, LaunchKind.Shell.PLAIN), true, Texts.ofWindow(Locale.GERMAN));
        assertThat(line.state()).isNotBlank().doesNotContainIgnoringCase(state);
        assertThat(line.stateInFull()).contains(line.state(), state);
    }

    @Test
    void othersJobsAreMarkedByTheirOwner() {
        JobBook.Entry entry = new JobBook.Entry(
                Optional.of(JobsBench.job("1", "RUNNING", "you")), Optional.empty(), Optional.empty());
        assertThat(line(entry, false).name()).isEqualTo("you · recon");
        assertThat(line(entry, true).name()).isEqualTo("recon");
    }
}
