package org.maxdock.ui.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.ServedPort;
import org.maxdock.operation.LaunchFollowing.Progress;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What is said above the terminals of launches, and that one question is asked for all of them. */
class LaunchFollowerTest {

    private static final LaunchPlan SHELL = TerminalsBench.plan("recon", LaunchKind.Shell.PLAIN);
    private static final LaunchPlan JUPYTER = TerminalsBench.plan("notebook", new LaunchKind.Jupyter(8888));
    private static final ServedPort SERVED = new ServedPort("max-wn001", 8888, "");

    private TerminalsBench its;

    @BeforeEach
    void begin() throws Trouble {
        its = new TerminalsBench();
    }

    private static Job job(String state, String where) {
        return new Job(
                new JobId("37"),
                new JobId("37"),
                "recon",
                state,
                "maxcpu",
                1,
                where,
                "0:10",
                "5:00",
                "m",
                "me",
                "4:50",
                "N/A",
                1);
    }

    private static Progress waits(int ahead) {
        return new Progress(
                Optional.of(new Waiting(job("PENDING", "(Resources)"), ahead)), Optional.empty(), Optional.empty(), 0);
    }

    private static Progress runs(ServedPort served) {
        return new Progress(Optional.empty(), Optional.of(job("RUNNING", "max-wn001")), Optional.ofNullable(served), 0);
    }

    private void look(Progress shell, Progress jupyter) throws Trouble {
        when(its.following.of(anyList())).thenReturn(Map.of(SHELL.mark(), shell, JUPYTER.mark(), jupyter));
        its.follower.look();
        its.bench.settle();
    }

    @Test
    void oneQuestionIsAskedForAllTerminals() throws Trouble {
        its.running(SHELL);
        its.running(JUPYTER);
        look(waits(2), runs(null));
        verify(its.following).of(List.of(SHELL, JUPYTER));
        assertThat(its.model.tabs().getFirst().sentenceProperty().get())
                .startsWith("job 37 waits")
                .contains("2 ahead");
        assertThat(its.said()).contains("waiting for it to answer");
    }

    @Test
    void whereItsJobMayBeOneThatCannotBeReadThatIsSaid() throws Trouble {
        its.running(SHELL);
        look(new Progress(Optional.empty(), Optional.empty(), Optional.empty(), 2), runs(null));
        assertThat(its.model.tabs().getFirst().sentenceProperty().get()).contains("2 of your jobs");
    }

    @Test
    void nothingIsAskedWhereAllIsSaid() throws Trouble {
        its.running(SHELL);
        look(runs(null), runs(null));
        assertThat(its.said()).startsWith("job 37 runs on max-wn001");
        its.follower.look();
        its.bench.settle();
        verify(its.following, times(1)).of(any());
    }

    @Test
    void nothingIsAskedWithoutALaunchOrAConnection() throws Trouble {
        its.follower.look();
        its.running(SHELL);
        its.connection.disconnect();
        its.follower.look();
        its.bench.settle();
        verify(its.following, never()).of(any());
    }

    @Test
    void oneLookIsOnItsWayAtATime() throws Trouble {
        CountDownLatch held = new CountDownLatch(1);
        its.running(SHELL);
        when(its.following.of(anyList())).thenAnswer(call -> {
            held.await();
            return Map.of();
        });
        its.follower.look();
        its.follower.look();
        held.countDown();
        its.bench.settle();
        verify(its.following, times(1)).of(any());
    }

    @Test
    void whatWaitsIsLookedForLessOften() throws Trouble {
        its.running(SHELL);
        for (int i = 0; i < 9; i++) {
            look(waits(0), waits(0));
        }
        verify(its.following, times(3)).of(any());
        assertThat(its.said()).contains("first in line");
    }

    @Test
    void anApplicationThatAnswersIsOpenedOnce() throws Trouble {
        OpenApplication opened = mock(OpenApplication.class);
        when(its.launches.open(eq(SERVED), any())).thenReturn(opened);
        its.running(JUPYTER);
        look(runs(null), runs(SERVED));
        look(runs(null), runs(SERVED));
        assertThat(its.said()).startsWith("answers at max-wn001");
        assertThat(its.tab().applicationProperty().get()).isEqualTo(opened);
        verify(its.browser, times(1)).open(opened);
    }

    @Test
    void aWayToItThatArrivesForAClosedTabIsClosed() throws Trouble {
        CountDownLatch held = new CountDownLatch(1);
        OpenApplication late = mock(OpenApplication.class);
        when(its.launches.open(eq(SERVED), any())).thenAnswer(call -> {
            held.await();
            return late;
        });
        when(its.ask.decide(any(), any(), any())).thenReturn(Optional.of("End it"));
        its.running(JUPYTER);
        when(its.following.of(anyList())).thenReturn(Map.of(JUPYTER.mark(), runs(SERVED)));
        its.follower.look();
        its.bench.settleUntil(() -> its.said().startsWith("answers at"));
        its.model.close(its.tab());
        held.countDown();
        its.bench.settle();
        verify(late).close();
        verify(its.browser, never()).open(any());
    }

    @Test
    void afterALossTheApplicationIsOpenedAnew() throws Trouble {
        OpenApplication first = mock(OpenApplication.class);
        OpenApplication second = mock(OpenApplication.class);
        when(its.launches.open(eq(SERVED), any())).thenReturn(first, second);
        its.running(JUPYTER);
        look(runs(null), runs(SERVED));
        its.connection.lose();
        its.bench.settle();
        verify(first).close();
        its.connection.connect();
        its.bench.settle();
        look(runs(null), runs(SERVED));
        assertThat(its.tab().applicationProperty().get()).isEqualTo(second);
    }

    @Test
    void aSilentSlurmLeavesTheSentenceAsItIs() throws Trouble {
        its.running(SHELL);
        look(waits(1), waits(1));
        String before = its.said();
        when(its.following.of(anyList())).thenThrow(new Trouble(TroubleKind.SLURM_SILENT, "no answer"));
        for (int i = 0; i < 4; i++) {
            its.follower.look();
            its.bench.settle();
        }
        assertThat(its.said()).isEqualTo(before);
        assertThat(its.bench.troubles()).isEmpty();
    }
}
