package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.image.BeforeFailure;
import org.maxdock.image.Built;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.identity.Identity;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;
import org.maxdock.ui.build.BuildRun.State;

/** A build that fails: where, and the way into what stood before. */
class FailedBuildTest {

    @TempDir
    Path top;

    private final Built built = mock(Built.class);
    private BuildBench page;

    @BeforeEach
    void begin() throws Exception {
        page = new BuildBench(top);
        when(built.identity()).thenReturn(mock(Identity.class));
        when(page.builds.lastName(any())).thenReturn(Optional.of("recon:3"));
    }

    private void ready() throws IOException {
        page.open("FROM a\n");
        page.connection.connect();
    }

    /** A build whose builder says this before a step fails. */
    private void failsAfter(String... lines) throws Exception {
        doAnswer(call -> {
                    Progress.Listener listener = call.getArgument(2);
                    for (String line : lines) {
                        listener.report(new Progress("", line + "\n", 0, 0));
                    }
                    throw new Trouble(TroubleKind.BUILD_STEP_FAILED, "RUN false", "1");
                })
                .when(page.builds)
                .build(any(), any(), any(), any());
    }

    @Test
    void aStepThatFailsIsShownWithItsLogAndAWayIn() throws Exception {
        ready();
        failsAfter("Step 1/2 : FROM a", " ---> 0123456789ab", "Step 2/2 : RUN false", "about to fail");
        page.model.build();
        page.bench.settle();
        assertThat(page.run.state()).isEqualTo(State.FAILED);
        assertThat(page.run.steps())
                .extracting(BuildSteps.Step::state)
                .containsExactly(BuildSteps.State.DONE, BuildSteps.State.FAILED);
        assertThat(page.run.chosenProperty().get()).isEqualTo(1);
        assertThat(page.run.before()).contains(new BeforeFailure.Stood.Layer("0123456789ab"));
        assertThat(page.bench.troubles()).as("it stands in the log").isEmpty();
    }

    @Test
    void theLineByWhichItFailedIsMarkedUntilItIsMendedOrBuiltAnew() throws Exception {
        page.open("FROM a\nRUN one\nRUN false\n");
        page.connection.connect();
        failsAfter("#4 [2/3] RUN one", "#5 [3/3] RUN false", "#5 ERROR: no");
        var failed = page.model.failedLines();
        assertThat(failed.get()).isEmpty();
        page.model.build();
        page.bench.settle();
        assertThat(failed.get()).contains(new LineRange(3, 3));
        page.type("# mine\nFROM a\nRUN one\nRUN false\n");
        assertThat(failed.get()).contains(new LineRange(4, 4));
        page.type("FROM a\nRUN one\nRUN true\n");
        assertThat(failed.get()).isEmpty();
        page.type("FROM a\nRUN one\nRUN false\n");
        assertThat(failed.get()).as("as it was built").contains(new LineRange(3, 3));
        Held held = new Held();
        doAnswer(held.answer(built)).when(page.builds).build(any(), any(), any(), any());
        page.model.build();
        page.bench.settleUntil(() -> page.run.state() == State.RUNNING);
        assertThat(failed.get()).as("while it is built anew").isEmpty();
        held.release();
        page.bench.settle();
        assertThat(page.run.state()).isEqualTo(State.BUILT);
        assertThat(failed.get()).isEmpty();
    }

    @Test
    void aShellBeforeAFailedStepIsOpenedOnceHoweverOftenItIsAskedFor() throws Exception {
        ready();
        failsAfter("#4 [1/2] FROM a", "#5 [2/2] RUN false", "#5 ERROR: no");
        page.model.build();
        page.bench.settle();
        var stood = new BeforeFailure.Stood.Step("", 2, 2, "RUN false");
        when(page.builds.before(any(), eq(stood), any(), any())).thenReturn("sha256:" + "0123456789ab".repeat(5));
        List<String> opened = new ArrayList<>();
        var can = page.run.canOpenBefore();
        assertThat(can.get()).isTrue();
        page.run.openBefore((title, image) -> opened.add(title + " " + image));
        assertThat(can.get()).as("while it is made").isFalse();
        page.run.openBefore((title, image) -> opened.add("again"));
        page.bench.settle();
        assertThat(opened).containsExactly("Before the step: 0123456789ab sha256:" + "0123456789ab".repeat(5));
        assertThat(can.get()).isTrue();
        Held held = new Held();
        when(page.builds.before(any(), eq(stood), any(), any())).thenAnswer(held.answer("sha256:of-before"));
        page.run.openBefore((title, image) -> opened.add("of another connection"));
        page.connection.lose();
        page.connection.connect();
        held.release();
        page.bench.settle();
        assertThat(opened).hasSize(1);
        page.model.build();
        page.bench.settle();
        when(page.builds.before(any(), any(), any(), any())).thenThrow(new Trouble(TroubleKind.NOTHING_BEFORE, 2, 2));
        page.run.openBefore((title, image) -> opened.add("none"));
        page.bench.settle();
        assertThat(page.bench.troubles()).hasSize(1);
        assertThat(can.get()).isTrue();
    }
}
