package org.maxdock.ui.mounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.HostFiles;
import org.maxdock.host.StartFolder;
import org.maxdock.launch.PlanForm;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountVerdict;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;
import org.maxdock.ui.launch.DraftField;

/** Verdicts, mends and folders are of what is shown now; and the command line follows. */
class MountChecksTest {

    private static final Mapping C = new Mapping("/c", "/data", true);
    private static final Mapping D = new Mapping("/d", "/d", true);
    private static final Mend UP = new Mend("/", "/data", "/data/c");

    @TempDir
    Path folder;

    private MountsBench bench;
    private final Held held = new Held();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench = new MountsBench(folder);
        bench.all.begin();
        bench.settle();
    }

    private static CheckedMapping squashed(Mapping mapping) {
        return MountsBench.checked(mapping, new MountVerdict.RootSquash(Message.of("mount.ok"), UP, List.of()));
    }

    private List<Mapping> checked() {
        return bench.checks.checkedProperty().get().stream()
                .map(CheckedMapping::mapping)
                .toList();
    }

    private void predictLate(List<CheckedMapping> late) throws Trouble {
        doAnswer(held.answer(late))
                .doAnswer(i -> MountsBench.good(i.getArgument(0)))
                .when(bench.mounts)
                .predict(any(), any(), any());
    }

    @Test
    void verdictsAboutOtherMappingsAreDropped() throws Exception {
        assertThat(checked()).containsExactly(C);
        predictLate(List.of(squashed(C)));
        bench.checks.check();
        held.awaitAsked();
        bench.subject.add(List.of(D));
        held.release();
        bench.settle();
        assertThat(checked()).containsExactly(C, D);
        assertThat(bench.mends.shownProperty().get()).isEmpty();
    }

    @Test
    void verdictsInAnotherModeOrOverAnotherConnectionAreDropped() throws Exception {
        predictLate(List.of(squashed(C)));
        bench.checks.check();
        held.awaitAsked();
        bench.all.draft.modeProperty().set(RunMode.ISOLATED);
        bench.all.connection.connect();
        assertThat(checked()).as("another server knows nothing of them yet").isEmpty();
        held.release();
        bench.settle();
        assertThat(bench.mends.shownProperty().get()).isEmpty();
    }

    @Test
    void aMappingThatIsGoneHasNoVerdictMore() {
        bench.subject.add(List.of(D));
        bench.settle();
        bench.subject.replace(C, Optional.empty());
        assertThat(checked()).containsExactly(D);
    }

    /** A node without an image cannot ask its engine, and what is wrong in itself is not asked about. */
    @Test
    void anEngineThatWasAskedNothingAcceptsNothing() throws Exception {
        doReturn(MountsBench.good(List.of(C))).when(bench.mounts).ask(any(), any());
        bench.checks.askEngine();
        bench.settle();
        assertThat(bench.checks.answerProperty().get().orElseThrow()).satisfies(answer -> {
            assertThat(answer.text()).contains("was asked about none");
            assertThat(answer.ok()).isFalse();
        });
    }

    @Test
    void whatTheEngineSaidIsOfWhatItWasAskedAbout() throws Exception {
        bench.checks.askEngine();
        bench.settle();
        assertThat(bench.checks.answerProperty().get())
                .contains(new MountChecks.Answer("the engine on max-wgs accepts all", true));
        bench.subject.add(List.of(D));
        assertThat(bench.checks.answerProperty().get()).isEmpty();
        bench.settle();
        doAnswer(held.answer(MountsBench.good(List.of(C, D))))
                .when(bench.mounts)
                .ask(any(), any());
        bench.checks.askEngine();
        held.awaitAsked();
        bench.all.draft.modeProperty().set(RunMode.DOCKERRUN);
        held.release();
        bench.settle();
        assertThat(bench.checks.answerProperty().get())
                .as("asked for another mode")
                .isEmpty();
    }

    @Test
    void foldersOfAnImageAreThoseOfThisOne() throws Exception {
        assertThat(bench.image.foldersProperty().get()).containsExactly("/usr");
        doAnswer(held.answer(Set.of("/late"))).when(bench.images).folders(eq("r/new:1"), any());
        bench.all.model.choose("r/new:1");
        held.awaitAsked();
        assertThat(bench.image.foldersProperty().get()).isEmpty();
        bench.all.model.choose("r/old:1");
        held.release();
        bench.settle();
        assertThat(bench.image.foldersProperty().get()).containsExactly("/usr");
    }

    @Test
    void aMendOfTheLaunchsOwnBelongsToTheLaunchAndIsInTheCommandLine() throws Exception {
        doAnswer(i -> List.of(squashed(C))).when(bench.mounts).predict(any(), any(), any());
        bench.checks.check();
        bench.settle();
        CheckedMapping shown = bench.mends.shownProperty().get().orElseThrow();
        assertThat(bench.mends.mend(shown)).contains("The working directory becomes /data/c.", "change with it: 1");
        bench.mends.apply(shown, UP);
        assertThat(bench.all.launch().mounts()).containsExactly(new Mapping("/", "/data", true));
        assertThat(bench.all.launch().workingDirectory()).isEqualTo("/data/c");
        assertThat(bench.page.command().get())
                .contains("-v /:/data:ro", "-w /data/c", "process /data/c/frame_0001.cbf");
    }

    @Test
    void aMendOfThePlanLeavesALaunchWithItsOwn() throws Exception {
        bench.subject.choose(MountSubject.Whose.PROJECT);
        Mapping first = bench.subject.mappings().getFirst();
        bench.settle();
        doAnswer(i -> List.of(squashed(first))).when(bench.mounts).predict(any(), any(), any());
        bench.checks.check();
        bench.settle();
        CheckedMapping shown = bench.mends.shownProperty().get().orElseThrow();
        assertThat(bench.mends.consequences(shown, UP)).isEmpty();
        bench.mends.apply(shown, UP);
        bench.settle();
        assertThat(bench.plan().getFirst().host()).isEqualTo("/");
        assertThat(bench.all.launch().workingDirectory()).isEqualTo("/data");
    }

    @Test
    void theCommandLineFollowsFormMappingsAndLaunchInEachForm() {
        for (PlanForm form : PlanForm.values()) {
            bench.page.formProperty().set(form);
            String before = bench.page.command().get();
            bench.subject.add(List.of(D));
            String mapped = bench.page.command().get();
            assertThat(mapped).as(form.title()).isNotEqualTo(before);
            bench.all.type(DraftField.DIRECTORY, "/elsewhere");
            assertThat(bench.page.command().get()).as(form.title()).contains("/elsewhere");
            if (form != PlanForm.COMPOSE) {
                bench.all.type(DraftField.COMMAND, "another-line");
                bench.all.type(DraftField.IMAGE, "r/new:1");
                assertThat(bench.page.command().get()).as(form.title()).contains("another-line", "r/new:1");
            }
            bench.subject.replace(D, Optional.empty());
            bench.all.loader.load(bench.all.project.model().launches().getFirst());
            bench.settle();
            assertThat(bench.page.command().get()).isEqualTo(before);
        }
    }

    @Test
    void aNewMappingIsProposedAPlaceThatIsFree() {
        bench.form.hostProperty().set("/x");
        assertThat(bench.form.containerProperty().get()).isEqualTo("/data");
        bench.form.map();
        assertThat(bench.form.containerProperty().get()).isEqualTo("/data2");
        assertThat(bench.form.hostProperty().get()).isEmpty();
        bench.form.drop("/y/z", "/");
        assertThat(bench.subject.mappings()).contains(new Mapping("/y/z", "/data2", true));
        assertThat(bench.form.containerProperty().get()).isEqualTo("/data3");
        bench.form.drop("/y/w", "/usr");
        assertThat(bench.subject.mappings()).contains(new Mapping("/y/w", "/usr/w", true));
        bench.form.containerProperty().set("/data");
        bench.form.drop("/y/v", "/");
        assertThat(bench.subject.mappings()).as("the place is taken").contains(new Mapping("/y/v", "/v", true));
    }

    @Test
    void aMappingThatIsNoneIsRefusedAndWhatWasTypedStays() {
        bench.form.hostProperty().set("/x\0y");
        bench.form.map();
        bench.settle();
        assertThat(bench.subject.mappings()).containsExactly(C);
        assertThat(bench.all.bench.troubles()).extracting(Trouble::kind).containsOnly(TroubleKind.VALUE_WITH_CONTROL);
        assertThat(bench.form.hostProperty().get()).isEqualTo("/x\0y");
    }

    @Test
    void theVerdictOfWhatIsTypedIsOfThat() throws Exception {
        bench.form.hostProperty().set("/x");
        bench.settle();
        assertThat(bench.form.verdictProperty().get())
                .map(CheckedMapping::mapping)
                .contains(new Mapping("/x", "/data", true));
        bench.form.hostProperty().set("/xy");
        assertThat(bench.form.verdictProperty().get()).isEmpty();
    }

    @Test
    void foldersOfAServerThatWasLeftAreDropped() throws Exception {
        when(bench.mounts.startFolders()).thenReturn(List.of(new StartFolder("/home/me", 1)));
        when(bench.mounts.beamtimes(anyInt())).thenReturn(List.of("/asap3/bt"));
        bench.all.connect();
        assertThat(bench.folders.placesProperty().get()).hasSize(1);
        assertThat(bench.folders.quickProperty().get()).containsExactly("/asap3/bt", "/c");
        List<Object> told = new ArrayList<>();
        bench.settle();
        doAnswer(held.answer(new HostFiles.Page(List.of(), 0)))
                .when(bench.mounts)
                .folders(any(), anyInt(), anyInt());
        bench.folders.read("/home/me", 0, told::add, told::add);
        held.awaitAsked();
        doReturn(List.of()).when(bench.mounts).startFolders();
        bench.all.connection.connect();
        assertThat(bench.folders.placesProperty().get()).isEmpty();
        held.release();
        bench.settle();
        assertThat(told).isEmpty();
        bench.all.disconnect();
        assertThat(bench.folders.quickProperty().get()).isEmpty();
    }

    @Test
    void whatIsPastedIsAddedAndWhatIsNotTakenIsTold() throws Exception {
        when(bench.mounts.variables()).thenReturn(Map.of("HOME", "/home/me"));
        when(bench.all.asks.longText(any(), any()))
                .thenReturn(Optional.of("docker run -v $HOME/x:/x -v cache:/cache image"));
        bench.page.paste();
        bench.settle();
        assertThat(bench.subject.mappings()).containsExactly(C, new Mapping("/home/me/x", "/x", false));
        assertThat(bench.all.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NOT_PASTED);
        assertThat(bench.all.bench.troubles().getFirst().details())
                .singleElement()
                .extracting(detail -> new Texts(Locale.ENGLISH).get(detail))
                .isEqualTo("-v cache:/cache: Docker keeps it itself, by this name;"
                        + " only folders of the host can be mapped");
    }

    @Test
    void theVerdictOfWhatIsTypedIsAboutTheModeAndWhatElseIsMapped() throws Exception {
        bench.form.hostProperty().set("/x");
        bench.settle();
        assertThat(bench.form.verdictProperty().get()).isPresent();
        doAnswer(i -> i.<List<Mapping>>getArgument(0).stream()
                        .map(MountChecksTest::squashed)
                        .toList())
                .when(bench.mounts)
                .predict(any(), eq(RunMode.ISOLATED), any());
        bench.all.draft.modeProperty().set(RunMode.ISOLATED);
        assertThat(bench.form.verdictProperty().get())
                .as("it was another mode's")
                .isEmpty();
        bench.settle();
        assertThat(bench.form.verdictProperty().get().orElseThrow().verdict())
                .isInstanceOf(MountVerdict.RootSquash.class);
    }

    @Test
    void whereTheHostDoesNotAnswerNoOlderVerdictStays() throws Exception {
        assertThat(checked()).containsExactly(C);
        doThrow(new Trouble(TroubleKind.CONNECTION_LOST, "max-wgs"))
                .when(bench.mounts)
                .predict(any(), any(), any());
        bench.checks.check();
        bench.settle();
        assertThat(checked()).isEmpty();
        assertThat(bench.all.bench.troubles()).extracting(Trouble::kind).containsOnly(TroubleKind.CONNECTION_LOST);
    }

    @Test
    void foldersOfAnImageThatCouldNotBeReadAreReadAgainAndThatIsSaidOnce() throws Exception {
        doThrow(new Trouble(TroubleKind.NO_SUCH_IMAGE, "r/i:1"))
                .when(bench.images)
                .folders(any(), any());
        bench.all.connection.connect();
        bench.settle();
        bench.checks.check();
        bench.settle();
        assertThat(bench.all.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_SUCH_IMAGE);
        doReturn(Set.of("/opt")).when(bench.images).folders(any(), any());
        bench.checks.check();
        bench.settle();
        assertThat(bench.image.foldersProperty().get()).containsExactly("/opt");
    }

    @Test
    void whatIsNotThereIsMadeWhereThatMayBe() throws Exception {
        for (boolean can : new boolean[] {true, false}) {
            MountVerdict missing = new MountVerdict.Missing(Message.of("mount.missing", "/c"), can);
            assertThat(Mends.canCreate(MountsBench.checked(C, missing))).isEqualTo(can);
        }
        MountVerdict missing = new MountVerdict.Missing(Message.of("mount.missing", "/c"), true);
        doReturn(List.of(MountsBench.checked(C, missing))).when(bench.mounts).predict(any(), any(), any());
        bench.checks.check();
        bench.settle();
        CheckedMapping shown = bench.mends.shownProperty().get().orElseThrow();
        assertThat(Mends.creating(shown)).isEqualTo("mkdir -p -- /c");
        doAnswer(i -> {
                    doReturn(MountsBench.good(List.of(C))).when(bench.mounts).predict(any(), any(), any());
                    return null;
                })
                .when(bench.mounts)
                .create("/c");
        bench.mends.create(shown);
        bench.settle();
        assertThat(bench.mends.shownProperty().get()).isEmpty();
    }
}
