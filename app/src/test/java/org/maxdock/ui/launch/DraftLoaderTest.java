package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Project;
import org.maxdock.ui.ProjectBench;

/** Loading changes the draft and nothing else, and what was edited can be had back. */
class DraftLoaderTest {

    private static final Mapping C = new Mapping("/c", "/data", true);

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
    }

    @Test
    void openingLoadingAndGoingBackWritesNothing() throws Exception {
        Project file = bench.project.filled("one");
        file.put(new MountPlan("named", List.of(new Mapping("/n", "/n", true))));
        file.put(ProjectBench.launch("two", "r/new:1").withPlans(List.of("named")));
        String before = bench.project.bytes("one");
        bench.project.open("one");
        bench.connect();
        for (Launch kept : List.copyOf(bench.project.model().launches())) {
            bench.loader.load(kept);
            bench.settle();
            bench.page.shown();
            bench.type(DraftField.NAME, "edited");
            bench.settle();
        }
        bench.loader.back();
        bench.settle();
        bench.project.filled("other");
        bench.project.open("other");
        assertThat(bench.project.bytes("one")).isEqualTo(before);
        assertThat(bench.bench.troubles()).isEmpty();
    }

    @Test
    void aProjectOpensWithItsFirstLaunchAndThatHasMappingsOfItsOwn() throws Exception {
        bench.begin();
        assertThat(bench.launch().name()).isEqualTo("recon");
        assertThat(bench.model.mappings()).containsExactly(C);
        assertThat(bench.project.model().plan()).hasSize(2).doesNotContain(C);
        assertThat(bench.draft.isEdited()).isFalse();
    }

    @Test
    void aNewDraftFollowsThePlanAsItIsNow() throws Exception {
        Project file = bench.project.file("one");
        file.put(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"));
        bench.project.open("one");
        assertThat(bench.model.mappings()).isEmpty();
        bench.project.model().edit(p -> p.withMounts(List.of(C)));
        bench.settle();
        assertThat(bench.model.mappings()).containsExactly(C);
        assertThat(bench.launch().mounts()).containsExactly(C);
        assertThat(bench.draft.isEdited()).isFalse();
    }

    @Test
    void aKeptLaunchIsLoadedWithTheMappingsOfThePlansThatItNames() throws Exception {
        Project file = bench.project.filled("one");
        file.put(new MountPlan("named", List.of(C)));
        bench.project.open("one");
        bench.loader.load(ProjectBench.launch("two", "r/new:1").withPlans(List.of("named")));
        bench.settle();
        assertThat(bench.draft.values().mounts())
                .isEqualTo(new DraftMounts.Own(
                        List.of(C), Optional.of(new KeptPlan(new MountPlan("named", List.of(C)), false))));
        assertThat(bench.launch().mounts()).containsExactly(C);
        assertThat(bench.launch().plans()).isEmpty();
    }

    @Test
    void whatWasEditedCanBeHadBackAndWhatWasNotIsNoMatter() throws Exception {
        bench.begin();
        bench.loader.load(ProjectBench.launch("two", "r/new:1"));
        bench.settle();
        assertThat(bench.loader.beforeProperty().get()).as("nothing was edited").isNull();
        bench.type(DraftField.COMMAND, "a long line");
        bench.loader.load(ProjectBench.launch("three", "r/new:1"));
        bench.settle();
        assertThat(bench.launch().name()).isEqualTo("three");
        bench.loader.back();
        assertThat(bench.launch().name()).isEqualTo("two");
        assertThat(bench.draft.text(DraftField.COMMAND).get()).isEqualTo("a long line");
        assertThat(bench.draft.isEdited()).isTrue();
        bench.loader.back();
        assertThat(bench.launch().name()).isEqualTo("three");
    }

    @Test
    void anotherProjectDoesNotTakeAwayWhatWasEdited() throws Exception {
        bench.begin();
        bench.type(DraftField.COMMAND, "a long line");
        bench.project.filled("other");
        bench.project.open("other");
        assertThat(bench.draft.text(DraftField.COMMAND).get()).isNotEqualTo("a long line");
        bench.loader.back();
        assertThat(bench.draft.text(DraftField.COMMAND).get()).isEqualTo("a long line");
    }

    @Test
    void toUseThePlanIsAnActThatCanBeTakenBack() throws Exception {
        bench.begin();
        bench.loader.useProjectPlan();
        assertThat(bench.model.mappings()).isEqualTo(bench.project.model().plan());
        bench.loader.back();
        assertThat(bench.model.mappings()).containsExactly(C);
    }

    @Test
    void aPastedLineLeavesNameKindAndPlaceAsTheyWere() throws Exception {
        bench.begin();
        when(bench.launches.variables()).thenReturn(Map.of("HOME", "/home/me"));
        bench.draft.pick(LaunchKind.Name.BATCH);
        bench.type(DraftField.ARRAY, "1-3");
        bench.type(DraftField.TIME, "7:00:00");
        bench.loader.paste("docker run --rm -v /x:/y:ro -w /y -e A=b --shm-size=1g r/new:1 make \"all of it\"");
        bench.settle();
        Launch pasted = bench.launch();
        assertThat(pasted.name()).isEqualTo("recon");
        assertThat(pasted.kind().name()).isEqualTo(LaunchKind.Name.BATCH);
        assertThat(bench.draft.text(DraftField.ARRAY).get()).isEqualTo("1-3");
        assertThat(pasted.place().allocation().orElseThrow().time().text()).isEqualTo("7:00:00");
        assertThat(pasted.image()).hasToString("r/new:1");
        assertThat(pasted.command()).containsExactly("make", "all of it");
        assertThat(pasted.mode()).isEqualTo(RunMode.ISOLATED);
        assertThat(pasted.mounts()).containsExactly(new Mapping("/x", "/y", true));
        assertThat(pasted.container().environment()).containsExactly("A=b");
        bench.loader.back();
        assertThat(bench.launch().image()).hasToString("r/old:1");
    }

    @Test
    void theImageIsTheOneThatIsWorkedOnElseTheOneRecordedLast() throws Exception {
        bench.project.filled("one");
        Project file = bench.project.file("none");
        file.put(ProjectBench.record("r/late:1", "2026-03-01T00:00:00Z"));
        file.put(ProjectBench.record("r/early:1", "2026-01-01T00:00:00Z"));
        bench.project.open("none");
        assertThat(bench.model.image()).isEqualTo("r/late:1");
        bench.inHand.take("r/early:1");
        assertThat(bench.model.image()).isEqualTo("r/early:1");
        bench.inHand.take("r/unrecorded:1");
        assertThat(bench.model.image()).as("what was just built").isEqualTo("r/unrecorded:1");
        bench.model.choose("r/early:1");
        bench.inHand.take("r/late:1");
        assertThat(bench.model.image()).as("chosen later, on another page").isEqualTo("r/late:1");
    }

    @Test
    void anImageThatIsPickedHereIsAnEditAndOneThatIsChosenElsewhereIsNone() throws Exception {
        bench.project.filled("one");
        bench.project.open("one");
        bench.model.choose("r/first:1");
        bench.draft.show(bench.draft.values());
        bench.inHand.take("r/elsewhere:1");
        assertThat(bench.model.image()).isEqualTo("r/elsewhere:1");
        assertThat(bench.draft.isEdited()).isFalse();
        bench.model.choose("r/here:1");
        assertThat(bench.draft.isEdited()).isTrue();
    }
}
