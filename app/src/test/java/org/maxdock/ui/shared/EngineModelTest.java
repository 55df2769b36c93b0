package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.NodeOperations;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Records;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.ModelPause;

class EngineModelTest {

    private static final TakenNode NODE = new TakenNode(new JobId("7"), new NodeName("wn1"), "maxcpu", "1:59:00");
    private static final EnginePlace ON_NODE = new EnginePlace.OnNode(Optional.of(NODE.job()));

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);
    private final NodeOperations nodes = mock(NodeOperations.class);
    private final ProjectModel project = mock(ProjectModel.class);
    private final OpenProject open = mock(OpenProject.class);
    private final RecordOperations records = mock(RecordOperations.class);
    private final UserFolder folder = mock(UserFolder.class);
    private final Asks ask = mock(Asks.class);
    private final List<String> told = new ArrayList<>();
    private EngineModel model;

    @BeforeEach
    void connect() throws Trouble {
        model = new EngineModel(
                connection.model(),
                connection.link(),
                nodes,
                mock(ClusterOperations.class),
                project,
                new ImagesOfNode(
                        connection.model(),
                        project,
                        bench.background(),
                        records,
                        folder,
                        ask,
                        new StillThere(connection.model(), told::add, bench.texts()),
                        bench.texts()),
                bench.background(),
                ask,
                told::add,
                bench.texts());
        when(project.get()).thenReturn(open);
        when(nodes.take(any(), any(), any())).thenReturn(NODE);
        when(nodes.taken()).thenReturn(Records.of(List.of(NODE)));
        connection.connect();
        bench.settle();
    }

    /** It is worked on, and known to be there. */
    private void onTheNode() throws Trouble {
        connection.workWith(ON_NODE, "wn1");
        model.look();
        bench.settle();
        assertThat(model.takenProperty().get()).containsExactly(NODE);
    }

    @Test
    void aNodeIsTakenAndWorkedOnAndADoubleClickIsOne() throws Trouble {
        ModelPause granted = new ModelPause();
        when(nodes.take(any(), any(), any())).thenAnswer(call -> granted.then(NODE));
        model.take(" maxcpu ", " 2:00:00 ");
        model.take("maxcpu", "2:00:00");
        model.work(new EnginePlace.Here());
        assertThat(model.busyProperty().get()).isTrue();
        granted.end();
        bench.settle();
        verify(nodes, times(1)).take(eq(LaunchPlace.Allocation.of("maxcpu", 1, "2:00:00")), any(), any());
        verify(connection.link(), times(1)).workWith(ON_NODE);
        verify(connection.link(), never()).workWith(new EnginePlace.Here());
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void whatIsNoTimeIsToldAndNothingIsTaken() throws Trouble {
        model.take("maxcpu", "for ever");
        bench.settle();
        assertThat(bench.troubles()).hasSize(1);
        assertThat(model.busyProperty().get()).isFalse();
        verify(nodes, never()).take(any(), any(), any());
    }

    @Test
    void whoTurnsBackIsToldNothing() throws Trouble {
        when(nodes.take(any(), any(), any())).thenThrow(new Trouble(TroubleKind.CANCELLED));
        model.take("", "");
        bench.settle();
        assertThat(bench.troubles()).isEmpty();
        verify(connection.link(), never()).workWith(any());
    }

    @Test
    void whatIsChosenAlreadyIsNotChosenAnew() throws Trouble {
        model.work(new EnginePlace.OnServer());
        bench.settle();
        verify(connection.link(), never()).workWith(any());
        model.work(new EnginePlace.Here());
        bench.settle();
        verify(connection.link(), times(1)).workWith(new EnginePlace.Here());
    }

    @Test
    void whatHasNothingOfTheProjectIsGivenBackAtOnceAndTheServerIsWorkedWith() throws Trouble {
        onTheNode();
        when(nodes.onlyThere(open)).thenReturn(List.of());
        model.giveBack(NODE);
        bench.settle();
        verify(ask, never()).confirm(any(), any(), any());
        verify(connection.link()).workWith(new EnginePlace.OnServer());
        verify(nodes).giveBack(NODE.job());
    }

    private void answers(String key) {
        when(ask.decide(any(), any(), any()))
                .thenReturn(Optional.of(bench.texts().get(key)));
    }

    @Test
    void whatOnlyTheNodeHasIsAskedAbout() throws Trouble {
        onTheNode();
        when(nodes.onlyThere(open)).thenReturn(List.of("r/i:1"));
        when(ask.decide(any(), any(), any())).thenReturn(Optional.empty());
        model.giveBack(NODE);
        bench.settle();
        verify(ask)
                .decide(
                        any(),
                        contains("r/i:1"),
                        eq(List.of("Push first", "Save first…", bench.texts().get("ui.engine.give-back-yes"))));
        verify(nodes, never()).giveBack(any());
        answers("ui.engine.give-back-yes");
        model.giveBack(NODE);
        bench.settle();
        verify(nodes).giveBack(NODE.job());
        verify(records, never()).push(any(), any(), any(), any());
    }

    /** It goes only when nothing is alone there any more: one that could not be pushed stays, and so does the node. */
    @Test
    void whatOnlyTheNodeHasIsPushedOrSavedBeforeItGoes() throws Trouble {
        onTheNode();
        when(nodes.onlyThere(open))
                .thenReturn(List.of("r/i:1", "q/i:1"))
                .thenReturn(List.of("q/i:1"))
                .thenReturn(List.of());
        when(folder.path()).thenReturn("/beegfs/me");
        when(ask.text(any(), any(), any())).thenReturn(Optional.of("/beegfs/me/ "));
        when(ask.decide(any(), any(), any()))
                .thenReturn(Optional.of(bench.texts().get("ui.engine.push-first")))
                .thenReturn(Optional.of(bench.texts().get("ui.engine.save-first")));
        model.giveBack(NODE);
        bench.settle();
        verify(records).push(eq(open), eq("r/i:1"), any(), any());
        verify(records).push(eq(open), eq("q/i:1"), any(), any());
        verify(records).save(eq(open), eq("q/i:1"), matches("/beegfs/me/q-i-1-[0-9a-f]+[.]tgz"), any(), any());
        verify(nodes, times(1)).giveBack(NODE.job());
    }

    @Test
    void whatCannotBePushedKeepsTheNode() throws Trouble {
        onTheNode();
        when(nodes.onlyThere(open)).thenReturn(List.of("r/i:1"));
        doThrow(new Trouble(TroubleKind.NO_ENGINE, "there", "gone"))
                .when(records)
                .push(any(), any(), any(), any());
        answers("ui.engine.push-first");
        model.giveBack(NODE);
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_ENGINE);
        verify(nodes, never()).giveBack(any());
    }

    @Test
    void whatGoesWithANodeIsOfferedOnceWhileThereIsTime() throws Trouble {
        onTheNode();
        when(nodes.onlyThere(open)).thenReturn(List.of()).thenReturn(List.of("r/i:1"));
        when(ask.decide(any(), any(), any())).thenReturn(Optional.empty());
        model.tick();
        bench.settle();
        verify(nodes, never()).onlyThere(any());
        when(nodes.taken()).thenReturn(Records.of(List.of(new TakenNode(NODE.job(), NODE.node(), "maxcpu", "9:30"))));
        for (int i = 0; i < 4; i++) {
            model.tick();
            bench.settle();
        }
        verify(nodes, times(2)).onlyThere(open);
        verify(ask, times(1)).decide(contains("9:30"), contains("r/i:1"), eq(List.of("Push first", "Save first…")));
        verify(nodes, never()).giveBack(any());
        assertThat(bench.troubles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, true",
        "0:00, true",
        "9:59, true",
        "10:01, false",
        "1:00:00, false",
        "1-00:00:00, false",
        "UNLIMITED, false"
    })
    void tenMinutesAreSoon(String left, boolean soon) {
        assertThat(new TakenNode(NODE.job(), NODE.node(), "maxcpu", left).endsSoon())
                .isEqualTo(soon);
    }

    @Test
    void whileSomethingRunsThatIsAskedAbout() throws Trouble {
        onTheNode();
        ModelPause held = new ModelPause();
        bench.background().run("Build r/i:1", a -> held.then("built"), built -> {});
        model.giveBack(NODE);
        verify(ask).confirm(any(), contains("Build r/i:1"), any());
        verify(nodes, never()).giveBack(any());
        held.end();
        bench.settle();
    }

    @ParameterizedTest
    @CsvSource({"2:00:00, false", "90, false", "1-12, false", "'', false", "abc, true", "0, false", "-5, true"})
    void whatIsNoTimeIsSaidBeforeItIsTaken(String time, boolean wrong) {
        assertThat(model.wrong(time).isPresent()).isEqualTo(wrong);
    }

    @Test
    void whatItWaitsForIsTold() throws Trouble {
        when(nodes.take(any(), any(), any())).thenAnswer(call -> {
            call.<java.util.function.Consumer<Message>>getArgument(1).accept(Message.of("ui.not-connected"));
            return NODE;
        });
        model.take("", "");
        bench.settle();
        assertThat(told).containsExactly(bench.texts().get("ui.not-connected"));
    }

    @Test
    void whereNobodyLookedThatIsAskedAbout() throws Trouble {
        model.look();
        bench.settle();
        model.giveBack(NODE);
        bench.settle();
        verify(ask).confirm(any(), contains("Nobody looked"), any());
        onTheNode();
        when(nodes.onlyThere(open)).thenThrow(new Trouble(TroubleKind.NO_ENGINE, "there", "gone"));
        model.giveBack(NODE);
        bench.settle();
        verify(ask, times(2)).confirm(any(), contains("Nobody looked"), any());
        verify(nodes, never()).giveBack(any());
        assertThat(bench.troubles()).isEmpty();
    }

    @Test
    void thatItsTimeIsOverIsToldOnceAndTheServerIsWorkedWith() throws Trouble {
        onTheNode();
        doAnswer(call -> Records.of(List.of())).when(nodes).taken();
        model.tick();
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NODE_GIVEN_BACK);
        verify(connection.link()).workWith(new EnginePlace.OnServer());
        connection.workWith(new EnginePlace.OnServer(), "server");
        model.tick();
        bench.settle();
        assertThat(bench.troubles()).hasSize(1);
    }

    /** A record that SLURM garbles for a moment must not take the user from the node that they work on. */
    @Test
    void whereAJobCouldNotBeReadNoNodeIsTakenForGone() throws Trouble {
        onTheNode();
        doAnswer(call -> new Records<>(List.of(), 1)).when(nodes).taken();
        model.tick();
        bench.settle();
        assertThat(bench.troubles()).isEmpty();
        assertThat(model.node()).contains(NODE);
        assertThat(model.notShownProperty().get()).isEqualTo(bench.texts().get("jobs.passed-over", 1));
        verify(connection.link(), never()).workWith(new EnginePlace.OnServer());
        connection.disconnect();
        assertThat(model.notShownProperty().get()).isEmpty();
    }

    @Test
    void whoLeavesTheServerIsToldNothingOfItsNode() throws Trouble {
        onTheNode();
        connection.disconnect();
        connection.connect();
        assertThat(bench.troubles()).isEmpty();
    }

    @Test
    void thatItIsGoneAfterALostConnectionIsTold() throws Trouble {
        onTheNode();
        connection.lose();
        connection.workWith(ON_NODE, "wn1");
        assertThat(bench.troubles()).isEmpty();
        connection.lose();
        connection.connect();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NODE_GIVEN_BACK);
    }

    @Test
    void howMuchTimeIsLeftIsAskedOnlyWhereANodeIsWorkedOn() throws Trouble {
        model.tick();
        bench.settle();
        verify(nodes, never()).taken();
        onTheNode();
        assertThat(model.node()).contains(NODE);
        model.tick();
        bench.settle();
        verify(nodes, times(2)).taken();
    }

    @Test
    void withoutAConnectionNoneIsTaken() throws Trouble {
        onTheNode();
        doAnswer(call -> Records.of(List.of())).when(nodes).taken();
        connection.lose();
        bench.settle();
        assertThat(model.takenProperty().get()).isEmpty();
        assertThat(model.where()).isEmpty();
    }
}
