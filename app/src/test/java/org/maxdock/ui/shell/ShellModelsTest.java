package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.Desktop;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.EngineModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SettingsModel;

/** What is said around the pages: of the connection, of what runs, and of what went wrong. */
class ShellModelsTest {

    @TempDir
    private Path folder;

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private final Desktop desktop = mock(Desktop.class);
    private TroubleModel troubles;
    private StatusModel status;

    /** That somebody tried to get at what is the user's is no matter of a page, or of the connection. */
    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"APPLICATION_ASKED", "DISPLAY_ASKED", "LINK_ASKED_TWICE", "TERMINAL_FOREIGN"})
    void anAlarmStaysUntilTheUserHasTakenItAway(TroubleKind kind) {
        bench.background().trouble(new Trouble(kind, "mallory (uid 7)", "x"));
        bench.background().trouble(new Trouble(TroubleKind.NO_SUCH_JOB, 7));
        bench.navigation().go("jobs");
        bench.navigation().go("images");
        assertThat(troubles.alarms()).extracting(Trouble::kind).containsExactly(kind);
        assertThat(troubles.history()).hasSize(2);
        assertThat(troubles.currentProperty().get()).isNull();
    }

    @BeforeEach
    void begin() {
        troubles = new TroubleModel(
                connection.model(),
                bench.background(),
                bench.texts(),
                bench.navigation(),
                desktop,
                folder.resolve("maxdock.log"));
        status = new StatusModel(bench.background(), connection.model(), bench.navigation(), bench.texts());
    }

    private TroubleKind shown() {
        Trouble current = troubles.currentProperty().get();
        return current == null ? null : current.kind();
    }

    private void show(TroubleKind kind) {
        bench.background().trouble(new Trouble(kind, "a", "b", "c"));
    }

    @Test
    void theUsersOwnCancelIsNoTrouble() {
        Activity activity = bench.background()
                .run(
                        "long",
                        a -> {
                            CountDownLatch cancelled = new CountDownLatch(1);
                            a.cancellation().onCancel(cancelled::countDown);
                            try {
                                cancelled.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new Trouble(TroubleKind.CONNECT_FAILED, "as it is torn down");
                        },
                        done -> {});
        activity.cancel();
        bench.settle();
        assertThat(shown()).isNull();
        assertThat(troubles.history()).isEmpty();
    }

    /** Of whatever kind it is; what others tried is no reason that one failed. */
    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"CANCELLED", "APPLICATION_ASKED", "DISPLAY_ASKED", "LINK_ASKED_TWICE", "TERMINAL_FOREIGN"},
            mode = EnumSource.Mode.EXCLUDE)
    void whyAnAttemptToConnectFailedGoesWithTheNextOne(TroubleKind kind) {
        Trouble why = new Trouble(kind, "a", "b", "c");
        connection.tell(new ConnectionState.Failed("max-wgs", why));
        bench.background().trouble(why);
        assertThat(shown()).isEqualTo(kind);
        connection.tell(new ConnectionState.Connecting("max-wgs"));
        assertThat(shown()).isNull();
    }

    @Test
    void thatThereIsNoConnectionGoesWithOne() {
        show(TroubleKind.NOT_CONNECTED);
        connection.connect();
        assertThat(shown()).isNull();
    }

    @Test
    void whatIsTriedAgainIsNotYetKnownToFail() {
        CountDownLatch held = new CountDownLatch(1);
        bench.background()
                .act(
                        "remove it",
                        a -> {
                            throw new Trouble(TroubleKind.NO_SUCH_IMAGE, "x");
                        },
                        () -> {});
        bench.settle();
        assertThat(shown()).isEqualTo(TroubleKind.NO_SUCH_IMAGE);
        bench.background().act("something else", a -> {}, () -> {});
        bench.settle();
        assertThat(shown()).isEqualTo(TroubleKind.NO_SUCH_IMAGE);
        bench.background()
                .act(
                        "remove it",
                        a -> {
                            try {
                                held.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        () -> {});
        assertThat(shown()).isNull();
        held.countDown();
        bench.settle();
    }

    @Test
    void anotherTroubleStaysWhenAConnectionIsMade() {
        show(TroubleKind.NO_SUCH_IMAGE);
        connection.connect();
        assertThat(shown()).isEqualTo(TroubleKind.NO_SUCH_IMAGE);
    }

    @Test
    void aTroubleBelongsToThePageWhereItHappened() {
        show(TroubleKind.NO_SUCH_IMAGE);
        bench.navigation().go("jobs");
        assertThat(shown()).isNull();
        assertThat(troubles.history()).hasSize(1);
    }

    @Test
    void aLossIsToldOnceOnEveryPageAndWhatFailsWithItIsNot() {
        connection.connect();
        connection.lose();
        show(TroubleKind.SLURM_SILENT);
        assertThat(shown()).isEqualTo(TroubleKind.CONNECTION_COMES_BACK);
        assertThat(troubles.canReconnect()).isTrue();
        bench.navigation().go("jobs");
        assertThat(shown()).isEqualTo(TroubleKind.CONNECTION_COMES_BACK);
        assertThat(troubles.history())
                .extracting(h -> h.trouble().kind())
                .containsExactly(TroubleKind.SLURM_SILENT, TroubleKind.CONNECTION_COMES_BACK);
        connection.connect();
        assertThat(shown()).isNull();
    }

    /** What of no server's can go wrong while there is none. */
    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {
                "NO_SPACE",
                "FILE_.*",
                "PROJECT_.*",
                "FOLDER_.*",
                "EDITS_UNWRITTEN",
                "DRAFT_UNREADABLE",
                "UNEXPECTED"
            },
            mode = EnumSource.Mode.MATCH_ANY)
    void whatDoesNotComeOfALossIsToldWhileItLasts(TroubleKind kind) {
        connection.connect();
        connection.lose();
        show(kind);
        assertThat(shown()).isEqualTo(kind);
        troubles.dismiss();
        assertThat(shown()).as("the loss is not over").isEqualTo(TroubleKind.CONNECTION_COMES_BACK);
        troubles.dismiss();
        assertThat(shown()).isNull();
        show(kind);
        assertThat(shown()).isEqualTo(kind);
        bench.navigation().go("jobs");
        assertThat(shown()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"NOT_CONNECTED", "SLURM_SILENT", "ENGINE_GONE", "HOST_UNREACHABLE", "BUILD_CUT", "CANCELLED"})
    void whatComesOfALossIsNotTold(TroubleKind kind) {
        connection.connect();
        connection.lose();
        troubles.dismiss();
        show(kind);
        assertThat(shown()).isNull();
    }

    @Test
    void aLossThatIsOverIsNotShownAgain() {
        connection.connect();
        connection.lose();
        show(TroubleKind.NO_SPACE);
        connection.connect();
        assertThat(shown()).isEqualTo(TroubleKind.NO_SPACE);
        troubles.dismiss();
        assertThat(shown()).isNull();
    }

    @Test
    void whereSomebodyHasToAnswerThatIsSaidInThePlaceOfComingBackByItself() {
        connection.connect();
        connection.lose();
        connection.tell(new ConnectionState.Lost("max-wgs", ConnectionBench.ME, true));
        assertThat(shown()).isEqualTo(TroubleKind.CONNECTION_LOST);
        assertThat(troubles.canReconnect()).isTrue();
        connection.connect();
        assertThat(shown()).isNull();
    }

    @Test
    void historyKeepsTheLatestAndTellsDetails() {
        for (int i = 0; i < 60; i++) {
            bench.background().trouble(new Trouble(new IllegalStateException("deep"), TroubleKind.NO_SUCH_JOB, i));
        }
        assertThat(troubles.history()).hasSize(50);
        Trouble latest = troubles.history().getFirst().trouble();
        assertThat(latest.arguments()).containsExactly("59");
        assertThat(troubles.details(latest)).contains(bench.texts().what(latest), "IllegalStateException: deep");
    }

    @Test
    void theLogIsOpenedOrItsPlaceIsSaid() throws Exception {
        troubles.openLog();
        bench.settle();
        assertThat(bench.navigation().newsProperty().get()).startsWith("Nothing has been logged yet");
        verify(desktop, never()).open(folder.resolve("maxdock.log"));
        Files.writeString(folder.resolve("maxdock.log"), "x");
        troubles.openLog();
        bench.settle();
        verify(desktop).open(folder.resolve("maxdock.log"));
        bench.navigation().tell("");
        doThrow(new Trouble(TroubleKind.NO_BROWSER)).when(desktop).open(folder.resolve("maxdock.log"));
        troubles.openLog();
        bench.settle();
        assertThat(bench.navigation().newsProperty().get()).endsWith("maxdock.log");
        assertThat(shown()).isNull();
    }

    @Test
    void theHeaderSaysHowTheConnectionStandsAndWhatIsKnown() {
        ReadOnlyObjectWrapper<List<TakenNode>> taken = new ReadOnlyObjectWrapper<>(List.of());
        EngineModel engine = mock(EngineModel.class);
        when(engine.takenProperty()).thenReturn(taken.getReadOnlyProperty());
        when(engine.node()).thenAnswer(call -> taken.get().stream().findFirst());
        HeaderModel header = new HeaderModel(
                connection.model(),
                engine,
                new ProjectModel(bench.background(), new Json()),
                new SettingsModel(
                        bench.background(),
                        new SettingsFile(folder.resolve("s.json"), new Json()),
                        new Settings(null, List.of("/p"), null, null, null)),
                bench.texts());
        assertThat(header.wordsProperty().get().connection())
                .isEqualTo(bench.texts().get("ui.not-connected"));
        connection.tell(new ConnectionState.Connecting("max-wgs"));
        assertThat(header.wordsProperty().get().connection())
                .isEqualTo(bench.texts().get("ui.connecting"));
        connection.connectOnly();
        assertThat(header.wordsProperty().get()).isEqualTo(new HeaderModel.Words("● me@max-wgs", "ok", "", "", ""));
        connection.learn();
        assertThat(header.wordsProperty().get().slurm()).isEqualTo("SLURM 23.11.5");
        assertThat(header.wordsProperty().get().trip()).isEqualTo("12 ms");
        connection.lose();
        assertThat(header.wordsProperty().get())
                .isEqualTo(new HeaderModel.Words(bench.texts().get("ui.lost"), "bad", "", "", ""));
        connection.connectToNothing();
        assertThat(header.wordsProperty().get().engine())
                .isEqualTo(bench.texts().get("ui.no-engine"));
        connection.learn();
        taken.set(List.of(new TakenNode(new JobId("7"), new NodeName("wn1"), "maxcpu", "1:59:00")));
        assertThat(header.wordsProperty().get().engine()).endsWith(" · 1:59:00 left");
        assertThat(header.recent()).containsExactly("/p");
        assertThat(header.projectName()).isEqualTo(bench.texts().get("ui.no-project"));
    }

    @Test
    void theBarShowsAFewOfWhatRunsAndWhatEndedLast() {
        CountDownLatch held = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            bench.background()
                    .run(
                            "work " + i,
                            a -> {
                                try {
                                    held.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return a;
                            },
                            done -> {});
        }
        assertThat(status.running()).hasSize(3);
        assertThat(status.more()).isEqualTo(2);
        held.countDown();
        bench.settle();
        assertThat(status.running()).isEmpty();
        assertThat(status.lastProperty().get().kind()).isEqualTo("done");
        assertThat(status.history()).hasSize(5).allMatch(l -> l.contains("✓ work "));
        bench.background()
                .act(
                        "fails",
                        a -> {
                            throw new Trouble(TroubleKind.NO_SUCH_JOB, "1");
                        },
                        () -> {});
        bench.settle();
        assertThat(status.lastProperty().get()).isEqualTo(new StatusModel.Last("✕ fails", "failed"));
    }

    @Test
    void newsOfAnotherServerAreNone() {
        connection.connect();
        bench.navigation().tell("a job runs now");
        connection.lose();
        assertThat(bench.navigation().newsProperty().get()).isEmpty();
    }
}
