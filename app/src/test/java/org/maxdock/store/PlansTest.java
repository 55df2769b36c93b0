package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private static Launch naming(String... plans) {
        return new Launch(
                "l",
                ImageReference.parse("i:1"),
                List.of(),
                List.of(plans),
                RunMode.ME,
                LaunchPlace.Allocation.of("", 1, ""),
                List.of(),
                "");
    }

    @Test
    void whatIsExpandedStaysAsItIsWhateverBecomesOfThePlan() throws Exception {
        plans.keep(new KeptPlan(plan("std", RAW), false), project);
        Launch whole = plans.expand(naming("std"), project);
        plans.keep(new KeptPlan(plan("std", new Mapping("/other", "/data", true)), false), project);
        assertThat(whole.plans()).isEmpty();
        assertThat(plans.expand(whole, project)).isEqualTo(whole);
        plans.remove("std", project);
        assertThat(plans.expand(whole, project)).isEqualTo(whole);
    }

    /** A run that an older version wrote has both. */
    @Test
    void aRunNamesNoPlans() {
        Launch both = naming("std").withMounts(List.of(RAW));
        Run run = new Run(org.maxdock.slurm.Mark.fresh(), Optional.empty(), "t", "", both, "", "", "", "");
        assertThat(run.launch()).isEqualTo(both.withPlans(List.of()));
    }

    @Test
    void aLaunchNamesAPlanOnlyWhereItStartsWithTheSameMappings() throws Exception {
        plans.keep(new KeptPlan(plan("std", OUT), true), project);
        Launch everywhere = naming().withMounts(List.of(OUT));
        assertThat(plans.naming(everywhere, "std", project.contents())).isEqualTo(naming("std"));
        plans.keep(new KeptPlan(plan("std", RAW), false), project);
        for (Mapping mapping : List.of(RAW, OUT)) {
            Launch launch = naming().withMounts(List.of(mapping));
            Launch kept = plans.naming(launch, "std", project.contents());
            assertThat(plans.expand(kept, project)).isEqualTo(launch);
        }
        assertThat(plans.naming(everywhere, "gone", project.contents())).isEqualTo(everywhere);
    }

    @Test
    void ofTwoPlansOfOneNameTheProjectsIsTakenAndEachForgottenByItself() throws Exception {
        KeptPlan own = new KeptPlan(plan("std", RAW), false);
        KeptPlan everywhere = new KeptPlan(plan("std", OUT), true);
        plans.keep(everywhere, project);
        assertThat(plans.ambiguous(List.of("std"), project)).isEmpty();
        plans.keep(own, project);
        assertThat(plans.kept("std", project)).isEqualTo(own);
        assertThat(plans.ambiguous(List.of("std", "std", "gone"), project)).containsExactly("std");
        plans.remove(everywhere, project);
        assertThat(plans.all(project)).containsExactly(own);
        plans.keep(everywhere, project);
        plans.remove("std", project);
        assertThat(plans.all(project)).containsExactly(everywhere);
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
