package org.maxdock.ui.mounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.doReturn;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.KeptPlan;
import org.maxdock.ui.shared.Asks;

/** Whose a kept plan is, and what somebody else made of it meanwhile. */
class NamedPlansTest {

    private static final Mapping MINE = new Mapping("/mine", "/data", true);
    private static final Mapping THEIRS = new Mapping("/theirs", "/data", true);
    private static final Mapping LATER = new Mapping("/later", "/data", false);

    @TempDir
    Path folder;

    private MountsBench bench;
    private Asks asks;

    @BeforeEach
    void begin() throws Exception {
        bench = new MountsBench(folder);
        bench.all.begin();
        bench.settle();
        asks = bench.all.asks;
        when(asks.text(any(), any(), any(), any())).thenAnswer(i -> Optional.of(i.getArgument(2)));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static KeptPlan std(boolean everywhere, Mapping mapping) {
        return new KeptPlan(new MountPlan("std", List.of(mapping)), everywhere);
    }

    /** As another program would. */
    private void elsewhere(KeptPlan plan) throws Exception {
        bench.all.project.plans().keep(plan, bench.all.project.file("one"));
    }

    private List<KeptPlan> kept() throws Exception {
        return bench.all.project.plans().all(bench.all.project.file("one"));
    }

    private void take(KeptPlan plan) throws Exception {
        elsewhere(plan);
        bench.plans.refresh();
        bench.settle();
        bench.plans.take(plan);
        bench.settle();
    }

    private void keep(boolean everywhere) {
        bench.plans.keep(everywhere);
        bench.settle(); // it was asked in between
        bench.settle();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOneThatIsForgottenIsTheOneThatWasChosen(boolean everywhere) throws Exception {
        elsewhere(std(false, MINE));
        elsewhere(std(true, THEIRS));
        bench.settle();
        when(asks.confirm(any(), any(), any())).thenReturn(true);
        bench.plans.forget(std(everywhere, everywhere ? THEIRS : MINE));
        bench.settle();
        assertThat(kept()).containsExactly(std(!everywhere, everywhere ? MINE : THEIRS));
        verify(asks).confirm(any(), contains(everywhere ? "std (all projects) " : "std and"), any());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneThatIsAnothersIsReplacedOnlyWhenThatIsWanted(boolean everywhere) throws Exception {
        elsewhere(std(everywhere, THEIRS));
        take(std(!everywhere, MINE));
        keep(everywhere);
        verify(asks).confirm(any(), any(), any());
        assertThat(kept()).contains(std(everywhere, THEIRS), std(!everywhere, MINE));
        when(asks.confirm(any(), any(), any())).thenReturn(true);
        keep(everywhere);
        assertThat(kept()).containsExactlyInAnyOrder(std(everywhere, MINE), std(!everywhere, MINE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasChangedElsewhereIsShownBeforeItIsReplaced(boolean everywhere) throws Exception {
        take(std(everywhere, MINE));
        elsewhere(std(everywhere, THEIRS));
        bench.settle();
        keep(everywhere);
        assertThat(kept()).containsExactly(std(everywhere, THEIRS));
        verify(asks).look(any(), any(), contains("~ /theirs:/data:ro  →  /mine:/data:ro"), any());
        when(asks.look(any(), any(), any(), any())).thenReturn(true);
        keep(everywhere);
        assertThat(kept()).containsExactly(std(everywhere, MINE));
        verify(asks, never()).confirm(any(), any(), any());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNameThatSomebodyTookMeanwhileIsAskedAbout(boolean everywhere) throws Exception {
        elsewhere(std(everywhere, THEIRS));
        doReturn(Optional.of("std")).when(asks).text(any(), any(), any(), any());
        keep(everywhere);
        verify(asks).confirm(any(), any(), any());
        assertThat(kept()).containsExactly(std(everywhere, THEIRS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyElseChangedIsKeptAgainWithoutAQuestion(boolean everywhere) throws Exception {
        take(std(everywhere, MINE));
        bench.subject.replace(MINE, Optional.of(LATER));
        bench.settle();
        keep(everywhere);
        bench.subject.replace(LATER, Optional.of(THEIRS));
        bench.settle();
        keep(everywhere);
        assertThat(kept()).containsExactly(std(everywhere, THEIRS));
        verify(asks, never()).confirm(any(), any(), any());
        verify(asks, never()).look(any(), any(), any(), any());
    }

    @Test
    void aLaunchRemembersThePlanAsItWasWhenItWasLoaded() throws Exception {
        elsewhere(std(false, MINE));
        bench.settle();
        var launch = org.maxdock.ui.ProjectBench.launch("uses", "r/old:1").withPlans(List.of("std"));
        bench.all.loader.load(launch);
        bench.settle();
        elsewhere(std(false, THEIRS));
        bench.settle();
        keep(false);
        verify(asks).look(any(), any(), any(), any());
        assertThat(kept()).containsExactly(std(false, THEIRS));
    }
}
