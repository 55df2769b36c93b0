package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.mount.PlanDifference;
import org.maxdock.text.Trouble;

class PlansTest {

    private static final Mapping RAW = new Mapping("/asap3/raw", "/data", true);
    private static final Mapping OUT = new Mapping("/beegfs/out", "/out", false);

    @TempDir
    Path home;

    private Project project;
    private Project other;
    private Plans plans;

    @BeforeEach
    void projects() throws Exception {
        project = new Project(Files.createDirectory(home.resolve("one")), new Json());
        other = new Project(Files.createDirectory(home.resolve("two")), new Json());
        plans = Plans.in(ConfigFolder.of(home, java.util.Map.of()), new Json());
    }

    private static MountPlan plan(String name, Mapping... mappings) {
        return new MountPlan(name, List.of(mappings));
    }

    @Test
    void aPlanIsForOneProjectOrForAll() throws Exception {
        plans.keep(new KeptPlan(plan("recon", RAW), false), project);
        plans.keep(new KeptPlan(plan("scratch", OUT), true), project);
        assertThat(plans.all(project))
                .containsExactly(new KeptPlan(plan("recon", RAW), false), new KeptPlan(plan("scratch", OUT), true));
        assertThat(plans.all(other)).containsExactly(new KeptPlan(plan("scratch", OUT), true));
        plans.keep(new KeptPlan(plan("scratch", OUT, RAW), true), project);
        assertThat(plans.named("scratch", other).mappings()).containsExactly(OUT, RAW);
        plans.remove("recon", project);
        plans.remove("scratch", project);
        assertThat(plans.all(project)).isEmpty();
        assertThatThrownBy(() -> plans.named("recon", project))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("no-such-plan"));
        assertThatThrownBy(() -> plans.keep(new KeptPlan(plan(" "), true), project))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("plan-without-name"));
    }

    @Test
    void aPlanIsAPartOfSeveralLaunches() throws Exception {
        plans.keep(new KeptPlan(plan("recon", RAW), false), project);
        Launch one = new Launch(
                "a",
                ImageReference.parse("i:1"),
                List.of(OUT),
                List.of("recon"),
                RunMode.ME,
                LaunchPlace.Allocation.of("", 1, ""),
                List.of(),
                "");
        Launch two = new Launch(
                "b",
                ImageReference.parse("i:1"),
                List.of(),
                List.of("recon"),
                RunMode.ME,
                LaunchPlace.Allocation.of("", 1, ""),
                List.of(),
                "");
        project.put(one);
        project.put(two);
        plans.keep(new KeptPlan(plan("recon", new Mapping("/asap3/other", "/data", true)), false), project);
        assertThat(project.launches()).containsExactly(one, two);
        assertThat(plans.expand(project.launches().getFirst(), project).mounts())
                .containsExactly(OUT, new Mapping("/asap3/other", "/data", true));
        assertThat(plans.expand(project.launches().getLast(), project).mounts())
                .containsExactly(new Mapping("/asap3/other", "/data", true));
    }

    @Test
    void theDifferencesOfTwoPlansAreThoseInTheContainer() {
        Mapping writable = new Mapping("/asap3/raw", "/data/", false);
        Mapping more = new Mapping("/home/me", "/h", false);
        PlanDifference difference = PlanDifference.between(List.of(RAW, OUT), List.of(writable, more));
        assertThat(difference.changes())
                .extracting(PlanDifference.MappingChange::sign)
                .containsExactly("~", "-", "+");
        assertThat(difference.changes().getFirst().after()).contains(writable);
        assertThat(PlanDifference.between(List.of(RAW, OUT), List.of(OUT, new Mapping("/asap3//raw/", "/data", true)))
                        .changes())
                .isEmpty();
    }
}
