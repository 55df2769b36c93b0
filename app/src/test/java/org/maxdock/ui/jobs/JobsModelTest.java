package org.maxdock.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maxdock.ui.jobs.JobsBench.mine;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.Records;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;

/** Which jobs are shown and selected, and when SLURM is asked. */
class JobsModelTest {

    private JobsBench its;

    @BeforeEach
    void begin() throws Trouble {
        its = new JobsBench();
    }

    private static String id(JobBook.Entry entry) {
        return entry.id().orElseThrow().text();
    }

    private void polls(int times) {
        for (int i = 0; i < times; i++) {
            its.model.poll();
            its.bench.settle();
        }
    }

    @Test
    void theyAreReadAsSoonAsTheServerIsKnownToHaveSlurm() throws Trouble {
        when(its.jobs.book(anyBoolean())).thenReturn(Records.of(List.of(mine("1", "RUNNING"))));
        its.connection.connectOnly();
        its.bench.settle();
        verify(its.jobs, never()).book(anyBoolean());
        its.connection.learn();
        its.bench.settle();
        assertThat(its.model.entries()).extracting(JobsModelTest::id).containsExactly("1");
    }

    @Test
    void aServerWithoutSlurmIsAskedNothing() throws Trouble {
        its.connection.connectToNothing();
        its.model.read();
        polls(3);
        verify(its.jobs, never()).book(anyBoolean());
    }

    @Test
    void noneAreSaidToBeThereOnlyWhereThatIsKnown() throws Trouble {
        its.connection.connectOnly();
        assertThat(its.model.whyNoneProperty().get()).isEqualTo("The jobs are being read…");
        assertThat(its.model.noneProperty().get()).isFalse();
        when(its.jobs.book(anyBoolean())).thenThrow(new Trouble(TroubleKind.SLURM_SILENT, "no answer"));
        its.connection.learn();
        its.bench.settle();
        assertThat(its.model.whyNoneProperty().get()).startsWith("The jobs could not be read.");
        assertThat(its.model.noneProperty().get()).isFalse();
        org.mockito.Mockito.doReturn(Records.of(List.of())).when(its.jobs).book(anyBoolean());
        polls(1);
        assertThat(its.model.whyNoneProperty().get()).isEqualTo("You have no jobs that wait or run.");
        assertThat(its.model.noneProperty().get()).isTrue();
        its.connection.connectToNothing();
        assertThat(its.model.whyNoneProperty().get()).startsWith("This server has no SLURM");
        assertThat(its.model.noneProperty().get()).isFalse();
    }

    @Test
    void theSelectionFollowsItsJobAndNotItsRow() throws Trouble {
        its.queue(mine("1", "RUNNING"), mine("2", "PENDING"));
        its.select(mine("1", "RUNNING"));
        its.queue(mine("3", "RUNNING"), mine("2", "RUNNING"), mine("1", "RUNNING"));
        assertThat(its.model.selectionProperty().get().one().map(JobsModelTest::id))
                .contains("1");
        its.queue(mine("3", "RUNNING"));
        assertThat(its.model.selectionProperty().get().entries()).isEmpty();
        its.queue(mine("3", "RUNNING"), mine("1", "COMPLETING"));
        assertThat(its.model.selectionProperty().get().one().map(JobBook.Entry::state))
                .as("as it is now")
                .contains("COMPLETING");
    }

    @Test
    void tasksThatWaitAreOneLineHoweverManyOfThemHaveStarted() throws Trouble {
        its.queue(mine("7_[1-4]", "PENDING"));
        its.select(mine("7_[1-4]", "PENDING"));
        its.queue(mine("7_1", "RUNNING"), mine("7_[2-4]", "PENDING"));
        assertThat(its.model.selectionProperty().get().entries())
                .extracting(JobsModelTest::id)
                .containsExactly("7_[2-4]");
    }

    @Test
    void everybodysAreReadWhereTheyAreAskedFor() throws Trouble {
        its.queue(mine("1", "RUNNING"));
        when(its.jobs.book(true)).thenReturn(Records.of(List.of(mine("1", "RUNNING"), mine("9", "RUNNING"))));
        its.model.everybodysProperty().set(true);
        its.bench.settle();
        assertThat(its.model.entries()).hasSize(2);
        its.model.everybodysProperty().set(false);
        its.bench.settle();
        assertThat(its.model.entries()).hasSize(1);
    }

    @Test
    void anAnswerOverAnEarlierConnectionIsDropped() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        when(its.jobs.book(anyBoolean())).thenAnswer(call -> {
            held.await();
            return Records.of(List.of(mine("1", "RUNNING")));
        });
        its.connection.connect();
        its.connection.lose();
        held.countDown();
        its.bench.settle();
        assertThat(its.model.entries()).isEmpty();
    }

    @Test
    void aLookIsNotBegunWhileOneIsOnItsWay() throws Exception {
        its.queue(mine("1", "RUNNING"));
        CountDownLatch held = new CountDownLatch(1);
        when(its.jobs.book(anyBoolean())).thenAnswer(call -> {
            held.await();
            return Records.of(List.of());
        });
        its.model.poll();
        its.model.poll();
        its.model.poll();
        held.countDown();
        its.bench.settle();
        verify(its.jobs, times(2)).book(anyBoolean());
    }

    @Test
    void whatNobodyLooksAtIsNotAskedFor() throws Trouble {
        its.queue();
        its.bench.navigation().go("images");
        polls(10);
        verify(its.jobs, times(1)).book(anyBoolean());
        verify(its.cluster, times(1)).nodes();
    }

    @Test
    void whileALaunchIsInTheQueueItsNewsAreAskedForSeldom() throws Trouble {
        its.queue(mine("1", "PENDING"));
        its.bench.navigation().go("images");
        when(its.jobs.book(false)).thenReturn(Records.of(List.of(mine("1", "RUNNING"))));
        polls(3);
        verify(its.jobs, times(2)).book(false);
        verify(its.cluster, times(1)).nodes();
        assertThat(its.bench.navigation().newsProperty().get()).startsWith("recon (job 1) runs now");
    }

    @Test
    void whoLeavesThePageWhileItIsReadHearsOfTheirLaunchesAllTheSame() throws Trouble {
        its.queue(mine("1", "PENDING"));
        Held held = new Held();
        org.mockito.Mockito.doAnswer(held.answer(List.of(mine("1", "PENDING"))))
                .doReturn(Records.of(List.of(mine("1", "RUNNING"))))
                .when(its.jobs)
                .book(anyBoolean());
        its.model.read();
        held.awaitAsked();
        its.bench.navigation().go("images");
        held.release();
        its.bench.settle();
        polls(3);
        assertThat(its.model.launchesProperty().get()).isEqualTo(1);
        assertThat(its.bench.navigation().newsProperty().get()).startsWith("recon (job 1) runs now");
    }

    @Test
    void aSilentSlurmLeavesWhatWasReadAndSaysSo() throws Trouble {
        its.queue(mine("1", "RUNNING"));
        when(its.jobs.book(anyBoolean())).thenThrow(new Trouble(TroubleKind.SLURM_SILENT, "no answer"));
        polls(1);
        assertThat(its.model.entries()).hasSize(1);
        assertThat(its.model.sentenceProperty().get()).startsWith("What is shown may be old");
        assertThat(its.bench.navigation().newsProperty().get())
                .as("no end was seen")
                .isEmpty();
        assertThat(its.bench.troubles()).isEmpty();
        org.mockito.Mockito.doReturn(Records.of(List.of(mine("1", "RUNNING"))))
                .when(its.jobs)
                .book(anyBoolean());
        polls(1);
        assertThat(its.model.sentenceProperty().get()).isEmpty();
    }

    @Test
    void theMapShowsWhatNodesDoAndWhichAreMine() throws Trouble {
        ClusterModel map = new ClusterModel(
                its.model, its.connection.model(), its.bench.background(), its.bench.texts(), its.cluster);
        when(its.cluster.nodes())
                .thenReturn(Records.of(List.of(
                        JobsBench.node("max-wn002", "maxcpu", "drained"),
                        JobsBench.node("max-wn001", "maxcpu", "allocated"),
                        JobsBench.node("max-wn002", "all", "completing"))));
        its.queue(mine("1", "RUNNING"));
        assertThat(map.rowsProperty().get())
                .extracting(ClusterModel.Row::partition)
                .containsExactly("all", "maxcpu");
        assertThat(map.rowsProperty().get().get(1).squares())
                .extracting(ClusterModel.Square::kind)
                .containsExactly("down", "mine");
        assertThat(map.rowsProperty().get().getFirst().squares())
                .extracting(ClusterModel.Square::kind)
                .containsExactly("allocated");
        its.connection.lose();
        assertThat(map.rowsProperty().get()).isEmpty();
    }

    /** Whether it is started on a page of its own, or again where it ran. */
    @Test
    void ofALaunchThatWasStartedThereIsNews() throws Trouble {
        its.queue();
        its.bench.navigation().go("terminals");
        polls(3);
        verify(its.jobs, times(1)).book(false);
        its.model.started();
        when(its.jobs.book(false)).thenReturn(Records.of(List.of(mine("1", "RUNNING"))));
        polls(3);
        assertThat(its.bench.navigation().newsProperty().get()).startsWith("recon (job 1) runs now");
    }

    /** A record that cannot be read hides no other, and is not passed over in silence. */
    @Test
    void howManyCouldNotBeReadIsSaidWhereTheOthersAre() throws Trouble {
        when(its.cluster.nodes()).thenReturn(new Records<>(List.of(JobsBench.node("max-wn001", "maxcpu", "idle")), 2));
        its.queue(mine("1", "RUNNING"));
        when(its.jobs.book(true)).thenReturn(new Records<>(List.of(mine("1", "RUNNING")), 1));
        its.model.everybodysProperty().set(true);
        its.bench.settle();
        assertThat(its.model.entries()).hasSize(1);
        assertThat(its.model.sentenceProperty().get())
                .isEqualTo("A job could not be read and is not shown. "
                        + "2 lines of sinfo could not be read and are not shown.");
    }

    @Test
    void whereNoneCouldBeReadItIsNotKnownThatThereIsNone() throws Trouble {
        its.queue();
        assertThat(its.model.noneProperty().get()).isTrue();
        when(its.jobs.book(true)).thenReturn(new Records<>(List.of(), 2));
        its.model.everybodysProperty().set(true);
        its.bench.settle();
        assertThat(its.model.noneProperty().get()).isFalse();
        assertThat(its.model.whyNoneProperty().get()).isEmpty();
        assertThat(its.model.sentenceProperty().get()).startsWith("2 jobs");
    }
}
