package org.maxdock.ui.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maxdock.ui.containers.ContainersBench.container;
import static org.maxdock.ui.containers.ContainersBench.row;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.ContainerAction;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.mockito.stubbing.Answer;

/** Which containers are shown and chosen, what is asked before what is done, and how the chosen one goes on. */
class ContainersModelTest {

    private ContainersBench its;

    @BeforeEach
    void begin() throws Trouble {
        its = new ContainersBench();
    }

    private List<String> shown() {
        return its.model.rows().stream().map(ContainerRow::id).toList();
    }

    private String chosen() {
        return its.actions.selected().map(c -> c.id() + " " + c.state()).orElse("none");
    }

    @Test
    void theyAreReadOnceTheEngineIsKnownAndLookedAt() throws Trouble {
        when(its.containers.list()).thenReturn(List.of(container("a", "running", "")));
        its.connection.connectOnly();
        its.bench.settle();
        assertThat(its.model.sentenceProperty().get())
                .as("nobody says yet that there is none")
                .isEqualTo("The containers are being read…");
        verify(its.containers, never()).list();
        its.connection.learn();
        its.bench.settle();
        assertThat(shown()).containsExactly("a");
        its.bench.navigation().go("jobs");
        its.model.read();
        its.bench.settle();
        verify(its.containers, times(1)).list();
    }

    @Test
    void whyThereIsNothingIsSaid() throws Trouble {
        its.connection.connectToNothing();
        assertThat(its.model.sentenceProperty().get())
                .isEqualTo(its.bench.texts().get("ui.no-engine"));
        its.has();
        its.connection.connect();
        its.bench.settle();
        assertThat(its.model.sentenceProperty().get()).startsWith("There are no containers here.");
        its.has(container("a", "running", ""));
        its.model.filterProperty().set("nothing like it");
        assertThat(its.model.sentenceProperty().get()).isEqualTo("No container is like that.");
    }

    @Test
    void whatCouldNotBeReadIsNotSaidToBeReadStill() throws Trouble {
        when(its.containers.list()).thenThrow(new Trouble(TroubleKind.ENGINE_REFUSED, "x"));
        its.connection.connect();
        its.bench.settle();
        assertThat(its.model.sentenceProperty().get()).startsWith("The containers could not be read.");
        assertThat(its.bench.troubles()).hasSize(1);
        org.mockito.Mockito.doReturn(List.of()).when(its.containers).list();
        its.model.read();
        its.bench.settle();
        assertThat(its.model.sentenceProperty().get()).startsWith("There are no containers here.");
    }

    @Test
    void theChosenOneStaysSoByItsIdWhateverComesBeforeIt() throws Trouble {
        its.has(container("a", "running", ""), container("b", "running", ""));
        assertThat(chosen()).as("the first, at first").isEqualTo("a running");
        its.model.select(List.of(row(container("b", "running", ""))));
        its.has(container("c", "running", ""), container("b", "paused", ""), container("a", "running", ""));
        assertThat(chosen()).isEqualTo("b paused");
        its.has(container("c", "running", ""), container("a", "running", ""));
        assertThat(chosen()).as("another is not what was meant").isEqualTo("none");
    }

    @Test
    void theyAreNarrowedDownByWhatTheyAreAndWhetherTheyRun() throws Trouble {
        its.has(container("a", "running", "me"), container("b", "exited", "you"), container("c", "paused", ""));
        its.model.filterProperty().set(" MAXDOCK.USER=you ");
        assertThat(shown()).containsExactly("b");
        assertThat(chosen()).as("what is not shown is not acted on").isEqualTo("none");
        its.model.filterProperty().set("");
        assertThat(chosen()).isEqualTo("a running");
        its.model.endedProperty().set(false);
        assertThat(shown()).containsExactly("a", "c");
    }

    @Test
    void anAnswerOverAnEarlierConnectionIsDropped() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        when(its.containers.list()).thenAnswer(call -> {
            held.await();
            return List.of(container("a", "running", ""));
        });
        its.connection.connect();
        its.connection.disconnect();
        held.countDown();
        its.bench.settle();
        assertThat(shown()).isEmpty();
    }

    @Test
    void theyAreHeldAgainstTheRecordsOfTheProjectThatIsOpen() throws Trouble {
        its.has(container("a", "running", ""));
        assertThat(its.model.rows().getFirst().verdict()).isEmpty();
        ImageRecord record = mock(ImageRecord.class);
        when(record.reference()).thenReturn(ImageReference.parse("r/i:1"));
        ImageVerdict verdict = new ImageVerdict.Missing();
        when(its.images.verify(record, "sha256:a")).thenReturn(verdict);
        its.records.add(record);
        its.bench.settle();
        assertThat(its.model.rows().getFirst().verdict()).contains(verdict);
    }

    @Test
    void whatLosesSomethingIsAskedAndWhatIsAnothersToo() throws Trouble {
        its.has(container("a", "running", "me"));
        its.actions.act(ContainerAction.STOP);
        its.bench.settle();
        verify(its.ask, never()).confirm(any(), any(), any());
        verify(its.containers).act("a", ContainerAction.STOP);
        its.actions.act(ContainerAction.REMOVE);
        verify(its.ask).confirm(any(), contains("is running"), any());
        its.has(container("a", "running", "you"));
        its.actions.act(ContainerAction.STOP);
        verify(its.ask).confirm(any(), contains("belongs to you"), any());
        its.has(container("a", "running", "me").of("", ""));
        its.actions.act(ContainerAction.STOP);
        verify(its.ask).confirm(any(), contains("not known to be"), any());
        verify(its.containers, times(1)).act(any(), any());
    }

    @Test
    void onlyWhatFitsIsDoneAndADoubleClickIsOne() throws Exception {
        its.has(container("a", "exited", ""));
        its.actions.act(ContainerAction.STOP);
        its.actions.shell();
        CountDownLatch held = new CountDownLatch(1);
        org.mockito.Mockito.doAnswer(call -> {
                    held.await();
                    return null;
                })
                .when(its.containers)
                .act("a", ContainerAction.START);
        its.actions.act(ContainerAction.START);
        its.actions.act(ContainerAction.START);
        held.countDown();
        its.bench.settle();
        verify(its.containers, times(1)).act(any(), any());
        verify(its.terminals, never()).open(any(String.class), any());
        assertThat(its.actions.possible(ContainerAction.START::fits).get()).isTrue();
        assertThat(its.actions.possible(ContainerAction.PAUSE::fits).get()).isFalse();
    }

    @Test
    void aRefusalReachesTheUserAndTheListIsReadAgainAfterAChange() throws Trouble {
        its.has(container("a", "running", ""));
        when(its.ask.text(any(), any(), eq("name-a"))).thenReturn(Optional.of(" other "));
        org.mockito.Mockito.doThrow(new Trouble(TroubleKind.ENGINE_REFUSED, "conflict"))
                .doNothing()
                .when(its.containers)
                .rename("a", "other");
        its.actions.rename();
        its.bench.settle();
        assertThat(its.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.ENGINE_REFUSED);
        its.actions.rename();
        its.bench.settle();
        verify(its.containers, times(2)).list();
    }

    /** Containers of two engines may have one name. */
    @Test
    void nothingIsDoneOnAnotherEngineThanTheOneThatWasAskedAbout() throws Trouble {
        when(its.ask.confirm(any(), any(), any())).thenAnswer(call -> {
            its.connection.connect();
            return true;
        });
        Answer<Optional<String>> given = call -> {
            its.connection.connect();
            return Optional.of("given");
        };
        when(its.ask.text(any(), any(), any())).thenAnswer(given);
        when(its.ask.text(any(), any(), any(), any())).thenAnswer(given);
        List<Runnable> acts = List.of(
                () -> its.actions.act(ContainerAction.REMOVE),
                () -> its.actions.act(ContainerAction.KILL),
                its.actions::rename,
                its.actions::commit,
                its.actions::run);
        for (Runnable act : acts) {
            its.has(container("a", "running", "me"));
            its.bench.navigation().tell("");
            act.run();
            its.bench.settle();
            assertThat(its.bench.navigation().newsProperty().get()).startsWith("The engine is another one");
        }
        verify(its.containers, never()).act(any(), any());
        verify(its.containers, never()).rename(any(), any());
        verify(its.containers, never()).commit(any(), any());
        verify(its.terminals, never()).open(any(String.class), any());
    }

    @Test
    void theImageOfACommitIsProposedWithTheContainersNameForItsTag() throws Trouble {
        its.has(container("a", "running", ""));
        when(its.ask.text(any(), any(), eq("r/i:name-a"), any())).thenReturn(Optional.of("r/i:made"));
        its.actions.commit();
        its.bench.settle();
        verify(its.containers).commit("a", "r/i:made");
    }

    @Test
    void theChosenOneIsLookedAtAsLongAsItRunsAndIsInView() throws Trouble {
        its.has(container("a", "running", ""), container("b", "exited", ""));
        assertThat(its.details.usageProperty().get())
                .startsWith("CPU 150 % of a core")
                .contains("2.0 MB");
        assertThat(its.details.processesProperty().get()).isEqualTo("PID    CMD\n12345  sleep 1");
        assertThat(its.details.mountsProperty().get()).isEqualTo("/beegfs→/data");
        its.details.poll();
        its.bench.settle();
        assertThat(its.details.used()).hasSize(2);
        its.bench.navigation().go("jobs");
        its.details.poll();
        its.bench.settle();
        assertThat(its.details.used()).hasSize(2);
        its.bench.navigation().go("containers");
        its.model.select(List.of(row(container("b", "exited", ""))));
        its.details.poll();
        its.bench.settle();
        assertThat(its.details.used()).isEmpty();
        assertThat(its.details.usageProperty().get()).isEqualTo("It does not run.");
    }

    @Test
    void whatHasStoppedAndRunsAgainIsNotSaidNotToRun() throws Trouble {
        its.has(container("a", "running", ""));
        its.has(container("a", "exited", ""));
        assertThat(its.details.usageProperty().get()).isEqualTo("It does not run.");
        doThrow(new Trouble(TroubleKind.ENGINE_GONE, "")).when(its.containers).usage("a");
        its.has(container("a", "running", ""));
        assertThat(its.details.usageProperty().get()).isEmpty();
    }

    @Test
    void theCurveKeepsTheLatest() throws Trouble {
        its.has(container("a", "running", ""));
        for (int i = 0; i < 70; i++) {
            its.details.poll();
            its.bench.settle();
        }
        assertThat(its.details.used()).hasSize(60);
        assertThat(its.details.used().getFirst().look()).isEqualTo(11);
    }

    @Test
    void columnsStandOneBelowTheOther() {
        assertThat(ContainerDetailsModel.aligned(List.of(
                        List.of("UID", "PID", "CMD"), List.of("root", "1", "sh -c x"), List.of("me", "12345", "y"))))
                .isEqualTo("UID   PID    CMD\nroot  1      sh -c x\nme    12345  y");
        assertThat(ContainerDetailsModel.aligned(List.of())).isEmpty();
        assertThat(ContainerDetailsModel.aligned(List.of(List.of(), List.of("a"), List.of("b", "c"))))
                .isEqualTo("\na\nb  c");
    }
}
