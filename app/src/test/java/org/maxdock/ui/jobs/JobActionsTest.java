package org.maxdock.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maxdock.ui.jobs.JobsBench.ended;
import static org.maxdock.ui.jobs.JobsBench.launched;
import static org.maxdock.ui.jobs.JobsBench.mine;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.Leftover;
import org.maxdock.launch.WhatIsLeft;
import org.maxdock.node.JobContainer;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobFacts;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;

/** What can be done with which jobs, and what is asked before. */
class JobActionsTest {

    private static final JobId ONE = new JobId("1");

    private JobsBench its;

    @BeforeEach
    void begin() throws Trouble {
        its = new JobsBench();
        when(its.jobs.facts(any())).thenReturn(JobFacts.NONE);
    }

    private void queueAndSelect(JobBook.Entry entry) throws Trouble {
        its.queue(entry);
        its.select(entry);
    }

    @Test
    void onlyABatchJobCanBePutBackAndHasOutput() throws Trouble {
        when(its.jobs.facts(ONE)).thenReturn(new JobFacts(true, "/home/me/slurm-1.out"));
        queueAndSelect(mine("1", "RUNNING"));
        assertThat(its.can(JobAction.REQUEUE)).isTrue();
        assertThat(its.can(JobAction.OUTPUT)).isTrue();
        queueAndSelect(mine("2", "RUNNING"));
        assertThat(its.can(JobAction.REQUEUE)).isFalse();
        assertThat(its.can(JobAction.OUTPUT)).isFalse();
        assertThat(its.can(JobAction.SHELL)).isTrue();
    }

    @Test
    void whatIsKnownOfALaunchIsNotAsked() throws Trouble {
        queueAndSelect(launched("1", "RUNNING", LaunchKind.Shell.PLAIN));
        assertThat(its.can(JobAction.REQUEUE)).isFalse();
        assertThat(its.can(JobAction.AGAIN)).isTrue();
        queueAndSelect(ended("2", "/home/me/slurm-2.out"));
        assertThat(its.can(JobAction.OUTPUT)).isTrue();
        verify(its.jobs, never()).facts(any());
        its.perform(JobAction.OUTPUT);
        verify(its.terminals).watch(eq("output of recon (2)"), any());
    }

    @Test
    void ofAnEndedJobThatSlurmHasForgottenThereIsNothingToSee() throws Trouble {
        when(its.jobs.facts(ONE)).thenThrow(new Trouble(TroubleKind.NO_SUCH_JOB, "1"));
        queueAndSelect(ended("1", null));
        assertThat(Set.of(JobAction.values())).noneMatch(its::can);
        assertThat(its.bench.troubles()).isEmpty();
    }

    @Test
    void oneThatWaitsCanBeCancelledAndItsTimeBeSetAndNoMore() throws Trouble {
        queueAndSelect(mine("1", "PENDING"));
        assertThat(List.of(JobAction.values()).stream().filter(its::can))
                .containsExactly(JobAction.EXTEND, JobAction.CANCEL);
    }

    @Test
    void nothingIsDoneToOthersJobs() throws Trouble {
        JobBook.Entry others = new JobBook.Entry(
                Optional.of(JobsBench.job("1", "RUNNING", "you")), Optional.empty(), Optional.empty());
        when(its.jobs.facts(ONE)).thenReturn(new JobFacts(true, "/home/you/slurm-1.out"));
        queueAndSelect(others);
        assertThat(Set.of(JobAction.values())).noneMatch(its::can);
    }

    @Test
    void cancelAsksAndThenMeansThoseThatWereAskedAbout() throws Trouble {
        its.queue(mine("1", "RUNNING"), mine("2", "PENDING"), ended("3", null));
        its.select(mine("1", "RUNNING"), mine("2", "PENDING"), ended("3", null));
        its.perform(JobAction.CANCEL);
        verify(its.jobs, never()).cancel(any());
        when(its.ask.confirm(any(), contains("recon (job 1), recon (job 2)"), any()))
                .thenAnswer(call -> {
                    its.model.select(List.of(ended("3", null))); // the list goes on while the question is read
                    return true;
                });
        its.perform(JobAction.CANCEL);
        verify(its.jobs).cancel(List.of(ONE, new JobId("2")));
    }

    /** Jobs of two clusters may have one number. */
    @ParameterizedTest
    @EnumSource(
            value = JobAction.class,
            names = {"CANCEL", "EXTEND"})
    void nothingIsDoneOnAnotherServerThanTheOneThatWasAskedAbout(JobAction action) throws Trouble {
        when(its.ask.confirm(any(), any(), any())).thenAnswer(call -> {
            its.connection.connect();
            return true;
        });
        when(its.ask.text(any(), any(), any(), any())).thenAnswer(call -> {
            its.connection.connect();
            return Optional.of("2-0");
        });
        queueAndSelect(mine("1", "RUNNING"));
        its.perform(action);
        verify(its.jobs, never()).cancel(any());
        verify(its.jobs, never()).setTimeLimit(any(), any());
        assertThat(its.bench.navigation().newsProperty().get()).startsWith("The server is another one");
    }

    @Test
    void aDoubleClickIsOne() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        when(its.jobs.facts(ONE)).thenReturn(new JobFacts(true, "/o"));
        org.mockito.Mockito.doAnswer(call -> {
                    held.await();
                    return null;
                })
                .when(its.jobs)
                .requeue(ONE);
        queueAndSelect(mine("1", "RUNNING"));
        its.actions.perform(JobAction.REQUEUE);
        assertThat(its.can(JobAction.REQUEUE)).isFalse();
        its.actions.perform(JobAction.REQUEUE);
        held.countDown();
        its.bench.settle();
        verify(its.jobs, times(1)).requeue(ONE);
        assertThat(its.can(JobAction.REQUEUE)).isTrue();
    }

    @Test
    void whatIsNoTimeIsRefusedWhereItIsAsked() throws Trouble {
        when(its.ask.text(any(), any(), eq("10:00"), any())).thenAnswer(call -> {
            Asks.Value time = call.getArgument(3);
            assertThatThrownBy(() -> time.of("never")).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> time.of(" ")).isInstanceOf(InvalidValue.class);
            assertThat(time.of(" 2-0 ")).isEqualTo(new TimeLimit("2-0"));
            return Optional.empty();
        });
        queueAndSelect(mine("1", "RUNNING"));
        its.perform(JobAction.EXTEND);
        verify(its.jobs, never()).setTimeLimit(any(), any());
    }

    @Test
    void aRefusalReachesTheUserAndTheButtonComesBack() throws Trouble {
        when(its.ask.text(any(), any(), eq("10:00"), any())).thenReturn(Optional.of(" 2-0 "));
        org.mockito.Mockito.doThrow(new Trouble(TroubleKind.SLURM_NOT_ALLOWED, "denied"))
                .when(its.jobs)
                .setTimeLimit(ONE, new TimeLimit("2-0"));
        queueAndSelect(mine("1", "RUNNING"));
        its.perform(JobAction.EXTEND);
        assertThat(its.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.SLURM_NOT_ALLOWED);
        assertThat(its.can(JobAction.EXTEND)).isTrue();
    }

    @Test
    void ofSeveralContainersOneIsChosen() throws Trouble {
        JobContainer second = new JobContainer(new NodeName("max-wn002"), "b".repeat(12), "two");
        when(its.jobs.containers(eq(ONE), any()))
                .thenReturn(new Records<>(
                        List.of(new JobContainer(new NodeName("max-wn001"), "a".repeat(12), "one"), second), 1));
        queueAndSelect(mine("1", "RUNNING"));
        its.perform(JobAction.SHELL);
        verify(its.terminals, never()).open(any(String.class), any());
        when(its.ask.choose(any(), any(), any(), any())).thenReturn(Optional.of(second));
        its.perform(JobAction.SHELL);
        verify(its.terminals).open(eq("recon"), any());
        assertThat(its.bench.navigation().newsProperty().get()).contains("is not yours");
    }

    @Test
    void aLaunchIsStartedOnceMore() throws Trouble {
        queueAndSelect(launched("1", "RUNNING", LaunchKind.Shell.PLAIN));
        its.perform(JobAction.AGAIN);
        assertThat(its.launched).hasSize(1);
    }

    @Test
    void whatIsLeftIsShownByItsLaunchsNameAndAttachedTo() throws Trouble {
        when(its.jobs.nameOf(JobsBench.mark("a"))).thenReturn(Optional.of("tomo"));
        when(its.jobs.leftovers(Set.of()))
                .thenReturn(WhatIsLeft.of(List.of(new Leftover.KeptTerminal(JobsBench.mark("a")))));
        its.queue();
        its.leftovers.read();
        its.bench.settle();
        LeftoversModel.Line line = its.leftovers.lines().getFirst();
        assertThat(its.leftovers.text(line)).isEqualTo("the terminal of tomo, and its job");
        its.leftovers.attach(line);
        verify(its.terminals).attach("tomo", JobsBench.mark("a"));
        assertThat(its.leftovers.lines()).as("now somebody looks at it").isEmpty();
    }

    @Test
    void whatIsLeftIsStoppedOnceTheUserHasSaidSo() throws Trouble {
        Leftover left = new Leftover.Container(Optional.empty(), "c", "name", "tomo");
        when(its.jobs.leftovers(any())).thenReturn(WhatIsLeft.of(List.of(left)));
        its.queue();
        its.leftovers.read();
        its.bench.settle();
        its.leftovers.stop(its.leftovers.lines().getFirst());
        its.bench.settle();
        verify(its.jobs, never()).stop(any(), any(), any(), any());
        when(its.ask.confirm(any(), any(), any())).thenReturn(true);
        when(its.jobs.stop(any(), any(), any(), any())).thenReturn(false, true);
        its.leftovers.stop(its.leftovers.lines().getFirst());
        its.bench.settle();
        assertThat(its.leftovers.lines()).as("somebody uses it again").hasSize(1);
        LeftoversModel.Line line = its.leftovers.lines().getFirst();
        its.leftovers.stop(line);
        its.leftovers.stop(line);
        its.bench.settle();
        verify(its.jobs, times(2)).stop(eq(left), any(), any(), any());
        assertThat(its.leftovers.lines()).isEmpty();
    }

    @Test
    void allThatIsLeftIsStoppedAtOnceButTerminals() throws Trouble {
        Leftover terminal = new Leftover.KeptTerminal(JobsBench.mark("a"));
        List<Leftover> folders = IntStream.range(0, 12)
                .mapToObj(n -> (Leftover) new Leftover.Folder(Optional.empty(), "/tmp/maxdock." + n))
                .toList();
        when(its.jobs.leftovers(any()))
                .thenReturn(WhatIsLeft.of(
                        Stream.concat(Stream.of(terminal), folders.stream()).toList()));
        its.queue();
        its.leftovers.read();
        its.bench.settle();
        its.leftovers.stopAll();
        its.bench.settle();
        verify(its.jobs, never()).stop(any(), any(), any(), any());
        when(its.ask.confirm(any(), contains("Stop these 12?"), any())).thenReturn(true);
        when(its.jobs.stop(any(), any(), any(), any())).thenReturn(true);
        when(its.jobs.stop(eq(folders.get(3)), any(), any(), any())).thenReturn(false);
        its.leftovers.stopAll();
        its.leftovers.stopAll();
        its.bench.settle();
        verify(its.jobs, times(12)).stop(any(), any(), any(), any());
        assertThat(its.leftovers.lines().stream().map(LeftoversModel.Line::leftover))
                .as("one that somebody uses again")
                .containsExactly(terminal, folders.get(3));
    }

    /** A button that is made anew between press and release is not clicked. */
    @Test
    void whatIsLeftAndReadsTheSameIsNotToldAgain() throws Trouble {
        Leftover.Folder folder = new Leftover.Folder(Optional.empty(), "/tmp/maxdock.1.x");
        when(its.jobs.leftovers(any())).thenReturn(WhatIsLeft.of(List.of(folder)));
        its.queue();
        its.leftovers.read();
        its.bench.settle();
        List<Object> told = new java.util.ArrayList<>();
        its.leftovers.lines().addListener((javafx.collections.ListChangeListener<Object>) told::add);
        its.leftovers.read();
        its.bench.settle();
        assertThat(told).isEmpty();
        when(its.jobs.leftovers(any())).thenReturn(WhatIsLeft.of(List.of()));
        its.leftovers.read();
        its.bench.settle();
        assertThat(told).hasSize(1);
    }
}
