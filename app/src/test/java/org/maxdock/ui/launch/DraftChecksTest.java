package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;
import org.mockito.Mockito;

/** What could fail is told of the draft as it is, and of no other. */
class DraftChecksTest {

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
    }

    private DraftChecks.State state() {
        return bench.checks.stateProperty().get();
    }

    private void answerLate(List<PreflightCheck> checks) throws Trouble {
        Mockito.doAnswer(held.answer(checks))
                .doReturn(List.of())
                .when(bench.launches)
                .preflight(any(), any(), any());
    }

    @Test
    void beforeThereIsAnythingToLookAtItSaysWhatIsMissing() throws Exception {
        assertThat(state()).isEqualTo(new DraftChecks.Nothing(DraftChecks.Why.NO_PROJECT));
        bench.project.file("empty");
        bench.project.open("empty");
        assertThat(state()).isEqualTo(new DraftChecks.Nothing(DraftChecks.Why.NO_IMAGE));
        bench.begin();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of()));
    }

    @Test
    void anAnswerAboutAnotherDraftIsDropped() throws Exception {
        bench.begin();
        answerLate(List.of(LaunchBench.RED));
        bench.type(DraftField.NAME, "first");
        held.awaitAsked();
        bench.type(DraftField.NAME, "second");
        assertThat(state()).isInstanceOf(DraftChecks.Looking.class);
        held.release();
        bench.settle();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of()));
    }

    @Test
    void anAnswerOverAnotherConnectionIsDropped() throws Exception {
        bench.begin();
        answerLate(List.of(LaunchBench.RED));
        bench.type(DraftField.NAME, "first");
        held.awaitAsked();
        bench.connection.connect();
        held.release();
        bench.settle();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of()));
        verify(bench.launches, times(3)).preflight(any(), any(), any());
    }

    @Test
    void anAnswerAboutAnotherProjectIsDropped() throws Exception {
        bench.begin();
        bench.project.filled("other");
        answerLate(List.of(LaunchBench.RED));
        bench.type(DraftField.NAME, "first");
        held.awaitAsked();
        bench.project.model().open(folder.resolve("other"));
        bench.bench.settleUntil(() -> bench.project.model().get().folder().endsWith("other"));
        held.release();
        bench.settle();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of()));
    }

    @Test
    void otherImagesOfTheEngineAreANewQuestion() throws Exception {
        bench.begin();
        doReturn(List.of(LaunchBench.RED)).when(bench.launches).preflight(any(), any(), any());
        bench.preflights.imagesChanged();
        bench.page.imagesChanged();
        bench.settle();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of(LaunchBench.RED)));
    }

    @Test
    void otherSignersOfTheProjectAreANewQuestion() throws Exception {
        bench.begin();
        doReturn(List.of(LaunchBench.RED)).when(bench.launches).preflight(any(), any(), eq(List.of("boss")));
        bench.project.model().get().putSignedBy(List.of("boss"));
        bench.settle();
        assertThat(state()).isEqualTo(new DraftChecks.Found(List.of(LaunchBench.RED)));
        assertThat(bench.preflights.fresh(bench.launch(), bench.preflights.now()))
                .hasValue(List.of(LaunchBench.RED));
    }

    @Test
    void aTroubleIsTheLineThatFails() throws Exception {
        bench.begin();
        doThrow(new Trouble(TroubleKind.NOT_CONNECTED)).when(bench.launches).preflight(any(), any(), any());
        bench.type(DraftField.NAME, "first");
        bench.settle();
        assertThat(state())
                .isInstanceOfSatisfying(
                        DraftChecks.Found.class,
                        f -> assertThat(f.checks())
                                .singleElement()
                                .satisfies(c -> assertThat(c.state()).isEqualTo(PreflightCheck.Outcome.FAILS)));
        assertThat(bench.bench.troubles()).isEmpty();
    }

    @Test
    void pickingAKindChangesAllThatFollowsAtOnce() throws Exception {
        bench.begin();
        String script = bench.script.scriptProperty().get();
        bench.draft.pick(LaunchKind.Name.BATCH);
        assertThat(bench.page.caption().get()).isEqualTo("Submit");
        assertThat(bench.page.consequence().get()).isEqualTo("hands the script to sbatch; see Jobs");
        assertThat(bench.launch().isBatch()).isTrue();
        assertThat(state()).isInstanceOf(DraftChecks.Looking.class);
        bench.settle();
        assertThat(state()).isInstanceOf(DraftChecks.Found.class);
        bench.draft.pick(LaunchKind.Name.MPI);
        assertThat(bench.launch().isCluster()).isTrue();
        assertThat(bench.script.scriptProperty().get()).isNotEqualTo(script).contains("--exclusive");
        assertThat(bench.page.caption().get()).isEqualTo("Start");
    }
}
