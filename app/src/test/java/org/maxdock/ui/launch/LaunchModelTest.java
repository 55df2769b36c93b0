package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.store.KeptPlan;
import org.maxdock.ui.Held;
import org.maxdock.ui.ProjectBench;

/** What the page on which launches are made says and keeps. */
class LaunchModelTest {

    @TempDir
    Path folder;

    private LaunchBench bench;

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench = new LaunchBench(folder);
        bench.begin();
    }

    private List<Launch> kept() throws Exception {
        return bench.project.file("one").launches();
    }

    @Test
    void whoseMappingsTheLaunchHasIsSaidAndFollowsThePlan() {
        assertThat(bench.page.mounts().get())
                .startsWith("The launch’s own, other than")
                .endsWith("1 mapped: /data");
        bench.project.model().edit(p -> p.withMounts(List.of(new Mapping("/c", "/data", true))));
        bench.settle();
        assertThat(bench.page.mounts().get()).startsWith("The launch’s own, as in the project’s plan.");
        assertThat(bench.page.ownMounts().get()).isTrue();
        bench.loader.useProjectPlan();
        assertThat(bench.page.mounts().get()).startsWith("The project’s plan.");
        assertThat(bench.page.ownMounts().get()).isFalse();
        bench.project.model().edit(p -> p.withMounts(List.of()));
        bench.settle();
        assertThat(bench.page.mounts().get()).isEqualTo("The project’s plan. Nothing is mapped");
    }

    @Test
    void aLaunchIsKeptUnderItsNameAndKeptAgainWithoutAQuestion() throws Exception {
        bench.type(DraftField.NAME, "fresh");
        bench.page.keep();
        bench.settle();
        assertThat(kept()).extracting(Launch::name).containsExactly("recon", "fresh");
        assertThat(bench.draft.isEdited()).isFalse();
        bench.type(DraftField.TIME, "3:00:00");
        bench.page.keep();
        bench.settle();
        assertThat(kept()).hasSize(2);
        assertThat(kept().getLast().place().allocation().orElseThrow().time().text())
                .isEqualTo("3:00:00");
        verify(bench.asks, never()).confirm(any(), any(), any());
    }

    @Test
    void anotherLaunchIsReplacedOnlyWhenThatIsWanted() throws Exception {
        bench.project.model().edit(p -> p.withLaunch(bench.launch().withCommand(List.of("other"))));
        bench.type(DraftField.NAME, "fresh");
        bench.page.keep();
        bench.settle();
        String before = bench.project.bytes("one");
        bench.type(DraftField.NAME, "recon");
        bench.page.keep();
        bench.settle();
        assertThat(bench.project.bytes("one")).isEqualTo(before);
        when(bench.asks.confirm(any(), any(), eq("Replace it"))).thenReturn(true);
        bench.page.keep();
        bench.settle();
        assertThat(kept().getFirst()).isEqualTo(bench.launch());
    }

    @Test
    void aLaunchWithTheMappingsOfAKeptPlanNamesThat() throws Exception {
        List<Mapping> named = List.of(new Mapping("/n", "/n", true));
        bench.project.model().edit(p -> p.withPlan(new MountPlan("named", named)));
        bench.settle();
        bench.draft
                .mountsProperty()
                .set(new DraftMounts.Own(named, Optional.of(new KeptPlan(new MountPlan("named", named), false))));
        bench.page.keep();
        bench.settle();
        assertThat(kept().getFirst().plans()).containsExactly("named");
        assertThat(kept().getFirst().mounts()).isEmpty();
    }

    /** The page shows the change already: that it was looked at is no reason to lose it. */
    @Test
    void aLaunchThatWasChangedElsewhereIsShownBeforeItIsReplaced() throws Exception {
        Launch theirs = kept().getFirst().withCommand(List.of("theirs"));
        bench.project.file("one").put(theirs);
        bench.settle();
        bench.type(DraftField.TIME, "2:00:00");
        bench.page.keep();
        bench.settle();
        assertThat(kept()).containsExactly(theirs);
        verify(bench.asks).look(any(), any(), contains("-     \"theirs\""), eq("Replace it"));
        when(bench.asks.look(any(), any(), any(), any())).thenReturn(true);
        bench.page.keep();
        bench.settle();
        assertThat(kept()).containsExactly(bench.launch());
        assertThat(bench.draft.isEdited()).isFalse();
    }

    @Test
    void aNameThatSomebodyTookMeanwhileIsAskedAbout() throws Exception {
        bench.type(DraftField.NAME, "fresh");
        bench.project.file("one").put(ProjectBench.launch("fresh", "r/old:1"));
        bench.page.keep();
        bench.settle();
        verify(bench.asks).confirm(any(), any(), any());
        assertThat(kept().getLast()).isEqualTo(ProjectBench.launch("fresh", "r/old:1"));
    }

    @Test
    void aLaunchThatNamesAPlanIsKeptAgainWithoutAQuestion() throws Exception {
        Mapping raw = new Mapping("/n", "/n", true);
        bench.project
                .model()
                .edit(p -> p.withPlan(new MountPlan("named", List.of(raw)))
                        .withLaunch(ProjectBench.launch("uses", "r/old:1").withPlans(List.of("named"))));
        bench.settle();
        bench.loader.load(kept().getLast());
        bench.settle();
        for (String time : List.of("2:00:00", "3:00:00")) {
            bench.type(DraftField.TIME, time);
            bench.page.keep();
            bench.settle();
        }
        assertThat(kept().getLast().plans()).containsExactly("named");
        assertThat(kept().getLast().mounts()).isEmpty();
        assertThat(kept().getLast().place().allocation().orElseThrow().time().text())
                .isEqualTo("3:00:00");
        verify(bench.asks, never()).look(any(), any(), any(), any());
        verify(bench.asks, never()).confirm(any(), any(), any());
    }

    /** It was never taken from the project, and so nobody has changed it since. */
    @Test
    void aRunThatIsEditedIsNoLaunchOfTheProject() throws Exception {
        Launch run = kept().getFirst().withCommand(List.of("as", "it", "ran"));
        bench.loader.loadStarted(run);
        bench.settle();
        bench.type(DraftField.TIME, "2:00:00");
        bench.page.keep();
        bench.settle();
        verify(bench.asks, never()).look(any(), any(), any(), any());
        verify(bench.asks).confirm(any(), any(), any());
    }

    @Test
    void whatIsLostAtTheEndIsWhatWasEditedAndNoFileHas() throws Exception {
        assertThat(bench.page.unsaved()).isEmpty();
        bench.type(DraftField.NAME, "mine");
        assertThat(bench.page.unsaved()).singleElement().asString().contains("mine");
        bench.loader.load(kept().getFirst());
        bench.settle();
        assertThat(bench.page.unsaved())
                .as("it can be had back, and is in no file")
                .singleElement()
                .asString()
                .contains("mine");
        bench.loader.back();
        bench.page.keep();
        bench.settle();
        assertThat(bench.page.unsaved()).isEmpty();
    }

    @Test
    void whatIsWrongOrNotRecordedIsNotKept() {
        bench.type(DraftField.TIME, "soon");
        assertThat(bench.page.keepable().get()).isFalse();
        assertThat(bench.page.scriptKeepable().get()).isFalse();
        bench.type(DraftField.TIME, "1:00:00");
        bench.type(DraftField.IMAGE, "r/unknown:1");
        assertThat(bench.page.keepable().get()).isTrue();
        assertThat(bench.page.scriptKeepable().get())
                .as("nothing could be verified")
                .isFalse();
    }

    private static Partition partition(String name, boolean isDefault) {
        return new Partition(new PartitionName(name), isDefault, true, "all", true, "1-00:00:00", "", 2, 0, 0, 0, 4);
    }

    private List<String> selected() {
        return bench.places.cardsProperty().get().stream()
                .filter(PlaceModel.Card::selected)
                .map(PlaceModel.Card::title)
                .toList();
    }

    @Test
    void thePlaceOfTheDraftIsAmongTheCardsAlsoWhereTheServerKnowsNothingOfIt() throws Exception {
        when(bench.cluster.partitions())
                .thenReturn(Records.of(List.of(partition("maxcpu", true), partition("gpu", false))));
        when(bench.jobs.mine()).thenReturn(Records.of(List.of()));
        bench.places.refresh();
        bench.settle();
        assertThat(selected()).containsExactly("maxcpu");
        bench.draft.placeProperty().set(PlaceChoice.byDefault());
        assertThat(selected()).as("the default").containsExactly("maxcpu");
        bench.places.choose(new PlaceChoice.Job(new JobId("12")));
        assertThat(selected()).as("its job has ended").containsExactly("in job 12");
        bench.places.choose(new PlaceChoice.Queue(Partitions.of("gone")));
        assertThat(selected()).containsExactly("gone");
        assertThat(bench.places.cardsProperty().get().getFirst().limit()).isEqualTo("not there now");
    }

    @Test
    void whatCouldNotBeReadOfPartitionsAndJobsIsTold() throws Exception {
        when(bench.cluster.partitions()).thenReturn(new Records<>(List.of(partition("maxcpu", true)), 2));
        when(bench.jobs.mine()).thenReturn(new Records<>(List.of(), 1));
        bench.places.refresh();
        bench.settle();
        assertThat(bench.places.notShownProperty().get())
                .contains("2 lines of sinfo could not be read", "A job could not be read");
    }

    @Test
    void partitionsOfAServerThatWasLeftAreNotShown() throws Exception {
        Held held = new Held();
        doAnswer(held.answer(List.of(partition("elsewhere", true))))
                .when(bench.cluster)
                .partitions();
        bench.places.refresh();
        held.awaitAsked();
        bench.connection.connect();
        held.release();
        bench.settle();
        assertThat(bench.places.cardsProperty().get())
                .extracting(PlaceModel.Card::title)
                .doesNotContain("elsewhere");
    }

    @Test
    void whatIsKeptWhileAnotherDraftTakesItsPlaceIsNotThatDraft() throws Exception {
        bench.type(DraftField.NAME, "fresh");
        bench.page.keep();
        bench.draft.restore(DraftValues.FRESH.with(new DraftMounts.Own(List.of())));
        bench.settle();
        assertThat(kept()).extracting(Launch::name).containsExactly("recon", "fresh");
        assertThat(bench.draft.isEdited()).as("it is not kept").isTrue();
        assertThat(bench.draft.values().origin()).isEmpty();
    }
}
