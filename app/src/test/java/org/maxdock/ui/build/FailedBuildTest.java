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

    private interface Failure {
        void of(Progress.Listener listener) throws Trouble;
    }

    private void fails(Failure failure) throws Exception {
        doAnswer(call -> {
                    failure.of(call.getArgument(2));
                    return built;
                })
                .when(page.builds)
                .build(any(), any(), any(), any());
    }

    private void ready() throws IOException {
        page.open("FROM a\n");
        page.connection.connect();
    }

    private static Progress said(String text) {
        return new Progress("", text, 0, 0);
    }

    @Test
    void aStepThatFailsIsShownWithItsLogAndAWayIn() throws Exception {
        ready();
        fails(listener -> {
            listener.report(said("Step 1/2 : FROM a\n"));
            listener.report(said(" ---> 0123456789ab\n"));
            listener.report(said("Step 2/2 : RUN false\n"));
            listener.report(said("about to fail\n"));
            throw new Trouble(TroubleKind.BUILD_STEP_FAILED, "RUN false", "1");
        });
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
        fails(listener -> {
            listener.report(said("#4 [2/3] RUN one\n"));
            listener.report(said("#5 [3/3] RUN false\n"));
            listener.report(said("#5 ERROR: no\n"));
            throw new Trouble(TroubleKind.BUILD_STEP_FAILED, "RUN false", "1");
        });
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
        fails(listener -> {
            listener.report(said("#4 [1/2] FROM a\n"));
            listener.report(said("#5 [2/2] RUN false\n"));
            listener.report(said("#5 ERROR: no\n"));
            throw new Trouble(TroubleKind.BUILD_STEP_FAILED, "RUN false", "1");
        });
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
