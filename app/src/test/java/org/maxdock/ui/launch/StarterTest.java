package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;
import org.mockito.ArgumentCaptor;

/** One click is one start, of what is shown. */
class StarterTest {

    @TempDir
    Path folder;

    private LaunchBench bench;
    private final Held held = new Held();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench = new LaunchBench(folder);
        bench.begin();
    }

    @Test
    void aDoubleClickIsOneStart() {
        bench.page.start();
        assertThat(bench.page.startable().get()).isFalse();
        bench.page.start();
        bench.starter.start(bench.launch());
        bench.settle();
        verify(bench.terminals, times(1)).accept(any(), any());
        assertThat(bench.page.startable().get()).isTrue();
    }

    @Test
    void whatIsStartedIsTheDraftAndItIsRemembered() throws Exception {
        bench.type(DraftField.NAME, "mine");
        bench.page.start();
        bench.settle();
        ArgumentCaptor<LaunchPlan> plan = ArgumentCaptor.forClass(LaunchPlan.class);
        verify(bench.terminals).accept(plan.capture(), eq(Optional.empty()));
        assertThat(plan.getValue().launch()).isEqualTo(bench.launch());
        verify(bench.launches).remember(plan.getValue(), Optional.empty());
    }

    @Test
    void whatTheProjectDemandsIsDemandedOfTheStart() throws Exception {
        bench.project.model().get().putSignedBy(List.of("boss"));
        bench.settle();
        bench.page.start();
        bench.settle();
        verify(bench.launches).plan(eq(bench.launch()), any(), eq(List.of("boss")));
    }

    @Test
    void aRedLineAsksAndTheChecksThatAreShownAreThoseOfTheStart() throws Exception {
        bench.preflights.imagesChanged();
        doReturn(List.of(LaunchBench.RED)).when(bench.launches).preflight(any(), any(), any());
        bench.page.start();
        bench.settle();
        assertThat(bench.checks.stateProperty().get()).isEqualTo(new DraftChecks.Found(List.of(LaunchBench.RED)));
        verify(bench.asks).confirm(any(), any(), eq("Start anyway"));
        verify(bench.terminals, never()).accept(any(), any());
        when(bench.asks.confirm(any(), any(), any())).thenReturn(true);
        bench.page.start();
        bench.settle();
        verify(bench.terminals).accept(any(), any());
    }

    @Test
    void whatWasFoundForThisLaunchAMomentAgoNeedNotBeAskedAgain() throws Exception {
        bench.page.start();
        bench.settle();
        verify(bench.launches, times(1)).preflight(any(), any(), any());
        verify(bench.terminals).accept(any(), any());
    }

    @Test
    void nothingIsStartedInAProjectThatWasLeftMeanwhile() throws Exception {
        bench.preflights.imagesChanged();
        doAnswer(held.answer(List.of())).when(bench.launches).preflight(any(), any(), any());
        bench.page.start();
        held.awaitAsked();
        bench.project.filled("other");
        bench.project.model().open(folder.resolve("other"));
        bench.bench.settleUntil(() -> bench.project.model().get().folder().endsWith("other"));
        held.release();
        bench.settle();
        verify(bench.terminals, never()).accept(any(), any());
        assertThat(bench.bench.navigation().newsProperty().get()).contains("recon was not started");
        assertThat(bench.page.startable().get()).isTrue();
    }

    @Test
    void nothingIsStartedOverAConnectionThatWasLeftMeanwhile() throws Exception {
        bench.preflights.imagesChanged();
        doAnswer(held.answer(List.of())).when(bench.launches).preflight(any(), any(), any());
        bench.page.start();
        held.awaitAsked();
        bench.connection.connect();
        held.release();
        bench.settle();
        verify(bench.terminals, never()).accept(any(), any());
        assertThat(bench.starter.startingProperty().get()).isFalse();
    }

    @Test
    void aBatchJobIsSubmittedAlsoWhereThatCannotBeWrittenDown() throws Exception {
        when(bench.launches.submit(any(LaunchPlan.class), any())).thenReturn(new JobId("4711"));
        doThrow(new Trouble(TroubleKind.FILE_UNWRITABLE, "runs.json", "full"))
                .when(bench.launches)
                .remember(any(), any());
        bench.draft.pick(LaunchKind.Name.BATCH);
        bench.settle();
        bench.page.start();
        bench.settle();
        assertThat(bench.bench.navigation().pageProperty().get()).isEqualTo("jobs");
        assertThat(bench.starter.startingProperty().get()).isFalse();
    }

    @Test
    void aBatchJobIsSubmittedRememberedWithItsNumberAndShown() throws Exception {
        when(bench.launches.submit(any(LaunchPlan.class), any())).thenReturn(new JobId("4711"));
        bench.draft.pick(LaunchKind.Name.BATCH);
        bench.settle();
        bench.page.start();
        bench.settle();
        verify(bench.launches).remember(any(), eq(Optional.of(new JobId("4711"))));
        verify(bench.terminals, never()).accept(any(), any());
        assertThat(bench.bench.navigation().pageProperty().get()).isEqualTo("jobs");
        assertThat(bench.starter.startingProperty().get()).isFalse();
    }

    @Test
    void aTroubleReachesTheUserAndTheButtonIsThereAgain() throws Exception {
        doThrow(new Trouble(TroubleKind.CONNECTION_LOST, "max-wgs"))
                .when(bench.launches)
                .plan(any(), any(), any());
        bench.page.start();
        bench.settle();
        assertThat(bench.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.CONNECTION_LOST);
        assertThat(bench.page.startable().get()).isTrue();
    }

    @Test
    void withoutAConnectionOrARecordThereIsNothingToStart() {
        bench.type(DraftField.IMAGE, "r/unknown:1");
        assertThat(bench.page.startable().get()).as("not recorded").isFalse();
        bench.type(DraftField.IMAGE, "r/new:1");
        assertThat(bench.page.startable().get()).isTrue();
        bench.disconnect();
        assertThat(bench.page.startable().get()).as("not connected").isFalse();
    }

    @Test
    void anEditedScriptIsStartedAsItWasEditedAndAsksWhereTheLaunchChangedSince() {
        bench.script.editingProperty().set(true);
        bench.script.editedProperty().set("#!/bin/bash\necho mine\n");
        bench.page.start();
        bench.settle();
        verify(bench.terminals).accept(any(), eq(Optional.of("#!/bin/bash\necho mine\n")));
        bench.type(DraftField.NAME, "another");
        assertThat(bench.script.outdatedProperty().get()).isTrue();
        bench.settle();
        bench.page.start();
        bench.settle();
        verify(bench.asks).confirm(any(), any(), eq("Start the edited script"));
        verify(bench.terminals, times(1)).accept(any(), any());
        bench.draft.pick(LaunchKind.Name.COMMAND);
        assertThat(bench.script.edited()).as("the script of another kind").isEmpty();
        assertThat(bench.script.changedProperty().get()).as("is not lost").isTrue();
        bench.script.editingProperty().set(true);
        assertThat(bench.script.edited()).contains("#!/bin/bash\necho mine\n");
        assertThat(bench.script.outdatedProperty().get()).isTrue();
        bench.script.takeTheLaunchs();
        assertThat(bench.script.edited()).isEmpty();
        assertThat(bench.script.now()).isEqualTo(bench.script.scriptProperty().get());
        assertThat(bench.script.outdatedProperty().get()).isFalse();
    }

    @Test
    void oneThatCameWithTheFolderIsShownBeforeItIsStarted() throws Trouble {
        bench.begin();
        List<Message> unusual = List.of(Message.of("unusual.privileged"));
        when(bench.reviews.needed(any(), eq(bench.launch()), any())).thenReturn(Optional.of(unusual));
        bench.starter.start(bench.launch());
        bench.settle();
        verify(bench.asks)
                .look(
                        any(),
                        org.mockito.ArgumentMatchers.contains("--privileged"),
                        org.mockito.ArgumentMatchers.contains("#!/bin/bash"),
                        eq("Start"));
        verify(bench.terminals, never()).accept(any(), any());
        verify(bench.reviews, never()).accept(any(), any());
        when(bench.asks.look(any(), any(), any(), any())).thenReturn(true);
        bench.starter.start(bench.launch());
        bench.settle();
        verify(bench.terminals).accept(any(), any());
        verify(bench.reviews).accept(eq(bench.launch()), any());
    }

    @Test
    void oneThatIsKnownAndOneFromThePageAreNotAskedAbout() throws Trouble {
        bench.begin();
        bench.starter.start(bench.launch());
        bench.settle();
        when(bench.reviews.needed(any(), any(), any())).thenReturn(Optional.of(List.of()));
        bench.page.start();
        bench.settle();
        verify(bench.asks, never()).look(any(), any(), any(), any());
        verify(bench.terminals, org.mockito.Mockito.times(2)).accept(any(), any());
    }
}
