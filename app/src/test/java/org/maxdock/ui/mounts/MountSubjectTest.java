package org.maxdock.ui.mounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.KeptPlan;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.launch.DraftMounts;

/** The project's plan and the launch's mappings are two things, and an edit changes the one that is shown. */
class MountSubjectTest {

    private static final Mapping A = new Mapping("/a", "/data", true);
    private static final Mapping B = new Mapping("/b", "/b", false);
    private static final Mapping C = new Mapping("/c", "/data", true);
    private static final Mapping D = new Mapping("/d", "/d", true);

    @TempDir
    Path folder;

    private MountsBench bench;

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench = new MountsBench(folder);
        bench.all.begin();
    }

    @Test
    void aLaunchWithItsOwnIsShownWithThemAndThePlanCanBeLookedAt() throws Exception {
        String before = bench.all.project.bytes("one");
        assertThat(bench.subject.bothProperty().get()).isTrue();
        assertThat(bench.subject.mappings()).containsExactly(C);
        bench.subject.choose(MountSubject.Whose.PROJECT);
        assertThat(bench.subject.mappings()).containsExactly(A, B);
        bench.subject.choose(MountSubject.Whose.LAUNCH);
        bench.page.shown();
        bench.settle();
        assertThat(bench.all.project.bytes("one")).as("to look changes nothing").isEqualTo(before);
    }

    @Test
    void anEditOfTheLaunchsOwnLeavesTheFile() throws Exception {
        String before = bench.all.project.bytes("one");
        bench.subject.add(List.of(D));
        bench.subject.replace(C, Optional.of(MappingLines.otherAccess(C)));
        bench.settle();
        assertThat(bench.all.launch().mounts()).containsExactly(MappingLines.otherAccess(C), D);
        assertThat(bench.all.draft.isEdited()).isTrue();
        assertThat(bench.all.project.bytes("one")).isEqualTo(before);
    }

    @Test
    void anEditOfThePlanIsOneOfWhatItsFileHolds() throws Exception {
        bench.subject.choose(MountSubject.Whose.PROJECT);
        bench.all.project.file("one").putMounts(List.of(A, B, D)); // another program
        bench.subject.replace(A, Optional.empty());
        bench.subject.add(List.of(C)); // before the first is on the disk
        bench.settle();
        assertThat(bench.plan()).containsExactly(B, D, C);
        assertThat(bench.subject.mappings()).containsExactly(B, D, C);
        assertThat(bench.all.launch().mounts()).as("the launch's own").containsExactly(C);
    }

    @Test
    void aLaunchThatFollowsIsEditedByThePlan() throws Exception {
        bench.all.loader.useProjectPlan();
        assertThat(bench.subject.bothProperty().get()).isFalse();
        assertThat(bench.subject.whoseProperty().get()).isEqualTo(MountSubject.Whose.PROJECT);
        bench.subject.add(List.of(D));
        bench.settle();
        assertThat(bench.plan()).containsExactly(A, B, D);
        assertThat(bench.all.launch().mounts()).containsExactly(A, B, D);
    }

    @Test
    void toUseThePlanForTheLaunchIsAnActThatAsks() throws Exception {
        String before = bench.all.project.bytes("one");
        bench.subject.choose(MountSubject.Whose.PROJECT);
        bench.subject.useForLaunch();
        assertThat(bench.all.launch().mounts()).as("not wanted").containsExactly(C);
        when(bench.all.asks.confirm(eq("Use for the launch"), any(), any())).thenReturn(true);
        bench.subject.useForLaunch();
        bench.settle();
        assertThat(bench.all.draft.values().mounts()).isEqualTo(new DraftMounts.Own(List.of(A, B)));
        assertThat(bench.subject.whoseProperty().get()).isEqualTo(MountSubject.Whose.LAUNCH);
        assertThat(bench.all.project.bytes("one")).isEqualTo(before);
    }

    @Test
    void toKeepTheLaunchsAsThePlanIsAnActThatAsks() throws Exception {
        String before = bench.all.project.bytes("one");
        bench.subject.keepAsPlan();
        bench.settle();
        assertThat(bench.all.project.bytes("one")).as("not wanted").isEqualTo(before);
        when(bench.all.asks.confirm(eq("Keep as the project’s plan"), any(), any()))
                .thenReturn(true);
        bench.subject.keepAsPlan();
        bench.settle();
        assertThat(bench.plan()).containsExactly(C);
    }

    @Test
    void withoutAProjectTheLaunchHasItsOwn() throws Exception {
        MountsBench none = new MountsBench(folder.resolve("none"));
        none.subject.add(List.of(D));
        assertThat(none.subject.mappings()).containsExactly(D);
        assertThat(none.all.draft.values().mounts().isOwn()).isTrue();
        assertThat(none.subject.bothProperty().get()).isFalse();
    }

    private static KeptPlan ofProject(String name, Mapping... mappings) {
        return new KeptPlan(new MountPlan(name, List.of(mappings)), false);
    }

    @Test
    void aKeptPlanFillsWhatIsShownAndIsNamed() throws Exception {
        when(bench.all.asks.text(any(), any(), any(), any())).thenReturn(Optional.of(" named "));
        bench.plans.keep(false);
        bench.settle();
        assertThat(bench.plans.nameProperty().get()).isEqualTo("named");
        assertThat(bench.all.project.file("one").plans()).containsExactly(new MountPlan("named", List.of(C)));
        bench.subject.replace(C, Optional.empty());
        bench.plans.take(bench.plans.keptProperty().get().getFirst());
        assertThat(bench.all.draft.values().mounts())
                .isEqualTo(new DraftMounts.Own(List.of(C), Optional.of(ofProject("named", C))));
        bench.subject.choose(MountSubject.Whose.PROJECT);
        assertThat(bench.plans.nameProperty().get()).isEmpty();
        bench.plans.take(ofProject("named", D));
        bench.settle();
        assertThat(bench.plan()).containsExactly(D);
        assertThat(bench.plans.nameProperty().get()).isEqualTo("named");
        assertThat(bench.all.launch().mounts()).containsExactly(C);
    }

    @Test
    void theNameOfAnotherProjectsPlanDoesNotStay() throws Exception {
        bench.subject.choose(MountSubject.Whose.PROJECT);
        bench.plans.take(ofProject("named", D));
        bench.settle();
        bench.all.project.file("bare");
        bench.all.project.open("bare");
        bench.settle();
        assertThat(bench.plans.nameProperty().get()).isEmpty();
    }

    @Test
    void aKeptPlanIsReplacedOrForgottenOnlyWhenThatIsWanted() throws Exception {
        bench.all.project.model().edit(now -> now.withPlan(new MountPlan("named", List.of(D))));
        bench.settle();
        bench.plans.refresh();
        bench.settle();
        when(bench.all.asks.text(any(), any(), any(), any())).thenReturn(Optional.of("named"));
        bench.plans.keep(false);
        bench.plans.forget(bench.plans.keptProperty().get().getFirst());
        bench.settle();
        assertThat(bench.all.project.file("one").plans()).containsExactly(new MountPlan("named", List.of(D)));
        when(bench.all.asks.confirm(any(), any(), any())).thenReturn(true);
        bench.plans.keep(false);
        bench.settle();
        assertThat(bench.all.project.file("one").plans()).containsExactly(new MountPlan("named", List.of(C)));
        bench.plans.forget(bench.plans.keptProperty().get().getFirst());
        bench.settle();
        assertThat(bench.all.project.file("one").plans()).isEmpty();
    }

    @Test
    void anotherProjectIsShownWithItsOwnPlan() throws Exception {
        bench.all.project.file("other").putMounts(List.of(D));
        bench.all.project.file("other").put(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"));
        bench.all.project.open("other");
        assertThat(bench.subject.mappings()).containsExactly(D);
        verify(bench.all.asks, never()).confirm(any(), any(), any());
    }
}
