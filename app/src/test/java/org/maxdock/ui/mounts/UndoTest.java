package org.maxdock.ui.mounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Project;
import org.maxdock.ui.ProjectBench;

/** What one click takes away, another brings back, and nothing that was made since is lost by that. */
class UndoTest {

    private static final Mapping A = new Mapping("/a", "/data", true);
    private static final Mapping C = new Mapping("/c", "/data", true);
    private static final Mapping NEW = new Mapping("/new", "/new", true);
    private static final KeptPlan KEPT =
            new KeptPlan(new MountPlan("std", List.of(new Mapping("/std", "/std", true))), false);

    /** What a user does. */
    interface Act {
        void on(MountsBench bench);
    }

    /** What there is that could be lost. */
    private record There(List<Mapping> plan, List<Launch> launches, List<Mapping> drafted, String planName) {}

    @TempDir
    Path folder;

    private MountsBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new MountsBench(folder);
        bench.all.begin();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private There there() throws Exception {
        return new There(
                bench.plan(),
                bench.all.project.file("one").launches(),
                List.copyOf(bench.all.model.mappings()),
                bench.plans.nameProperty().get());
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                act(
                        "a mapping of the project goes",
                        MountSubject.Whose.PROJECT,
                        b -> b.subject.replace(A, Optional.empty())),
                act(
                        "a mapping of the launch goes",
                        MountSubject.Whose.LAUNCH,
                        b -> b.subject.replace(C, Optional.empty())),
                act(
                        "a kept plan takes the place of the project's",
                        MountSubject.Whose.PROJECT,
                        b -> b.plans.take(KEPT)),
                act("a kept plan takes the place of the launch's", MountSubject.Whose.LAUNCH, b -> b.plans.take(KEPT)),
                act("a kept launch goes", MountSubject.Whose.LAUNCH, b -> b.all.page.forget()));
    }

    private static Arguments act(String what, MountSubject.Whose of, Act act) {
        return Arguments.of(what, of, act);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void isUndone(String what, MountSubject.Whose of, Act act) throws Exception {
        bench.subject.choose(of);
        There before = there();
        act.on(bench);
        bench.settle();
        assertThat(there()).isNotEqualTo(before);
        assertThat(bench.all.undo.latestProperty().get()).isPresent();
        bench.all.undo.undo();
        bench.settle();
        assertThat(there()).isEqualTo(before);
        assertThat(bench.all.undo.latestProperty().get()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void whatWasAddedSinceStays(String what, MountSubject.Whose of, Act act) throws Exception {
        bench.subject.choose(of);
        act.on(bench);
        bench.subject.add(List.of(NEW));
        bench.settle();
        bench.all.undo.undo();
        bench.settle();
        assertThat(bench.subject.mappings()).contains(of == MountSubject.Whose.PROJECT ? A : C, NEW);
    }

    @Test
    void theLaterOneIsUndoneFirst() throws Exception {
        bench.subject.choose(MountSubject.Whose.PROJECT);
        List<Mapping> before = bench.plan();
        for (Mapping each : before) {
            bench.subject.replace(each, Optional.empty());
            bench.settle();
        }
        assertThat(bench.plan()).isEmpty();
        bench.all.undo.undo();
        bench.settle();
        assertThat(bench.plan()).containsExactly(before.getLast());
        bench.all.undo.undo();
        bench.settle();
        assertThat(bench.plan()).isEqualTo(before);
    }

    @Test
    void anotherLaunchOrProjectIsNotChangedByIt() throws Exception {
        bench.subject.replace(C, Optional.empty());
        bench.all.loader.load(bench.all.project.file("one").launches().getFirst());
        bench.settle();
        bench.all.undo.undo();
        assertThat(bench.all.model.mappings()).containsExactly(C);
        bench.subject.replace(C, Optional.empty());
        bench.all.project.open("other");
        assertThat(bench.all.undo.latestProperty().get()).isEmpty();
    }

    /** What undoing would do nothing to, or would make another thing of, is not offered. */
    @Test
    void ofALaunchThatIsNoLongerThereNothingIsOffered() throws Exception {
        bench.subject.choose(MountSubject.Whose.PROJECT);
        bench.subject.replace(A, Optional.empty());
        bench.settle();
        Launch kept = file().launches().getFirst();
        var ofProject = bench.all.undo.latestProperty().get();
        for (Runnable leave : List.<Runnable>of(() -> bench.all.loader.load(kept), bench.all.loader::useProjectPlan)) {
            bench.subject.choose(MountSubject.Whose.LAUNCH);
            bench.subject.replace(C, Optional.empty());
            assertThat(bench.all.undo.latestProperty().get()).isNotEqualTo(ofProject);
            leave.run();
            bench.settle();
            assertThat(bench.all.undo.latestProperty().get()).isEqualTo(ofProject);
        }
        bench.all.undo.undo();
        bench.settle();
        assertThat(bench.plan()).contains(A);
        assertThat(bench.all.draft.mountsProperty().get().isOwn()).isFalse();
    }

    private Project file() {
        return bench.all.project.file("one");
    }

    @Test
    void aLaunchComesBackToItsPlace() throws Exception {
        file().put(ProjectBench.launch("second", "r/old:1"));
        file().put(ProjectBench.launch("third", "r/old:1"));
        List<Launch> before = file().launches();
        bench.all.kept.forget(before.get(1));
        bench.settle();
        bench.all.undo.undo();
        bench.settle();
        assertThat(file().launches()).isEqualTo(before);
    }

    @Test
    void aLaunchOfThatNameThatWasKeptSinceStays() throws Exception {
        Launch old = bench.all.project.file("one").launches().getFirst();
        bench.all.page.forget();
        bench.settle();
        Launch other = old.withCommand(List.of("other"));
        bench.all.project.file("one").put(other);
        bench.all.undo.undo();
        bench.settle();
        assertThat(bench.all.project.file("one").launches()).containsExactly(other);
    }
}
