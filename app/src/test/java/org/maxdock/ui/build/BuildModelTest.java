package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.generated.OneChanged;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.identity.Identity;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelPause;
import org.maxdock.ui.build.BuildRun.State;
import org.mockito.Mockito;

/** A build is prepared, started, followed, cancelled, and gone on from. */
class BuildModelTest {

    @TempDir
    Path top;

    private final Built built = Mockito.mock(Built.class);
    private final Identity identity = Mockito.mock(Identity.class);
    private BuildBench page;

    @BeforeEach
    void begin() throws Exception {
        page = new BuildBench(top);
        when(built.identity()).thenReturn(identity);
        when(identity.shortId()).thenReturn("0123456789ab");
        when(page.builds.lastName(any())).thenReturn(Optional.of("recon:3"));
        builds((listener, cancellation) -> built);
    }

    private interface Answer {
        Built of(Progress.Listener listener, Cancellation cancellation) throws Exception;
    }

    private void builds(Answer answer) throws Exception {
        when(page.builds.build(any(), any(), any(), any()))
                .thenAnswer(call -> answer.of(call.getArgument(2), call.getArgument(3)));
    }

    private void ready() throws IOException {
        page.open("FROM a\n");
        page.connection.connect();
    }

    private static Progress said(String text) {
        return new Progress("", text, 0, 0);
    }

    /** Each option another, also one that comes later. */
    private static Stream<OneChanged.Change<BuildOptions>> options() {
        return OneChanged.of(BuildOptions.NONE).stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void theCommandFollowsEachOption(OneChanged.Change<BuildOptions> options) throws IOException {
        page.open("FROM a\n");
        String before = page.model.command().get();
        page.model.optionsProperty().set(options.value());
        assertThat(page.model.command().get())
                .as(options.path())
                .isNotEqualTo(before)
                .isEqualTo(page.model.request().command());
    }

    /** Of what is built too; what it is called to the user and in the record is no word of docker's. */
    @Test
    void theCommandFollowsEachPartOfTheRequest() throws IOException {
        page.open("FROM a\n");
        BuildRequest request = page.model.request();
        Set<String> silent = new HashSet<>();
        for (OneChanged.Change<BuildRequest> change : OneChanged.of(request)) {
            if (change.value().command().equals(request.command())) {
                silent.add(change.path());
            }
        }
        assertThat(silent).containsExactly("named");
    }

    @Test
    void theCommandFollowsNameAndFolder() throws IOException {
        page.open("FROM a\n");
        assertThat(page.model.command().get()).isEqualTo("docker build -t recon:3 " + page.folder);
        page.model.tagProperty().set("other:1");
        assertThat(page.model.command().get()).isEqualTo("docker build -t other:1 " + page.folder);
        Path other = Files.createDirectories(top.resolve("other"));
        page.dockerfile.use(new org.maxdock.image.context.BuildFolder.Here(other));
        page.bench.settle();
        assertThat(page.model.command().get()).isEqualTo("docker build -t other:1 " + other);
        page.model.tagProperty().set(" ");
        assertThat(page.model.command().get()).isEmpty();
    }

    @Test
    void itCanBeStartedWhenNothingIsLacking() throws IOException {
        assertThat(page.model.ready().get()).isFalse();
        page.open("FROM a\n");
        assertThat(page.model.ready().get()).as("not connected").isFalse();
        page.connection.connect();
        assertThat(page.model.ready().get()).isTrue();
        page.model.tagProperty().set("");
        assertThat(page.model.ready().get()).as("no name").isFalse();
        page.model.tagProperty().set("a:1");
        page.connection.lose();
        assertThat(page.model.ready().get()).isFalse();
    }

    @Test
    void theNameIsTheProjectsOwnAndWhatIsTypedStays() throws Exception {
        ModelPause pause = new ModelPause();
        when(page.builds.lastName(any())).thenAnswer(call -> pause.then(Optional.of("late:1")));
        page.project.open(page.folder);
        page.bench.settleUntil(() -> page.project.get() != null);
        page.model.tagProperty().set("typed:1");
        pause.end();
        page.bench.settle();
        assertThat(page.model.tagProperty().get()).isEqualTo("typed:1");
        when(page.builds.lastName(any())).thenReturn(Optional.empty());
        page.project.open(Files.createDirectories(top.resolve("other")));
        page.bench.settle();
        assertThat(page.model.tagProperty().get()).as("another project's name").isEmpty();
    }

    @Test
    void whatIsInTheEditorIsWrittenAndThenBuilt() throws Exception {
        ready();
        page.type("FROM b\n");
        builds((listener, cancellation) -> {
            assertThat(page.file()).isEqualTo("FROM b\n");
            return built;
        });
        page.model.build();
        page.bench.settle();
        assertThat(page.run.state()).isEqualTo(State.BUILT);
        assertThat(page.run.caption()).isEqualTo("built 0123456789ab");
    }

    @Test
    void aFileThatOnlyOthersEditedIsBuiltAsItIsNow() throws Exception {
        ready();
        page.elsewhere("FROM theirs\n");
        page.model.build();
        page.bench.settle();
        assertThat(page.text()).isEqualTo("FROM theirs\n");
        assertThat(page.run.state()).isEqualTo(State.BUILT);
        assertThat(page.asked).isEmpty();
    }

    @Test
    void aDoubleClickBuildsOnce() throws Exception {
        ready();
        ModelPause pause = new ModelPause();
        builds((listener, cancellation) -> pause.then(built));
        page.model.build();
        page.model.build();
        page.bench.settleUntil(() -> page.run.state() == State.RUNNING);
        page.model.build();
        pause.end();
        page.bench.settle();
        verify(page.builds, times(1)).build(any(), any(), any(), any());
    }

    @Test
    void theBuildOfAnotherProjectShowsNothingHere() throws Exception {
        ready();
        ModelPause pause = new ModelPause();
        builds((listener, cancellation) -> {
            listener.report(said("Step 1/1 : FROM a\n"));
            return pause.then(built);
        });
        page.model.build();
        page.bench.settleUntil(() -> page.run.state() == State.RUNNING);
        page.project.open(Files.createDirectories(top.resolve("other")));
        page.bench.settleUntil(() -> !page.project.get().folder().equals(page.folder));
        pause.end();
        page.bench.settle();
        page.run.tick();
        assertThat(page.run.state()).isEqualTo(State.NONE);
        assertThat(page.run.steps()).isEmpty();
        assertThat(page.next.offered().get()).isFalse();
        assertThat(page.inHand.get()).isEmpty();
    }

    @Test
    void whatWasBuiltOverAnotherConnectionIsNotOffered() throws Exception {
        ready();
        page.model.build();
        page.bench.settle();
        assertThat(page.next.offered().get()).isTrue();
        page.connection.lose();
        assertThat(page.next.offered().get()).isFalse();
        page.connection.connect();
        page.next.push();
        page.bench.settle();
        verify(page.records, never()).push(any(), any(), any(), any());
    }

    @Test
    void afterAGoodBuildItIsRecordedPushedAndLaunched() throws Exception {
        ready();
        page.model.build();
        page.bench.settle();
        assertThat(page.inHand.get()).isEqualTo("recon:3");
        page.model.tagProperty().set("typed:since");
        page.next.record();
        page.bench.settle();
        page.next.push();
        page.bench.settle();
        verify(page.records).record(page.project.get(), "recon:3");
        verify(page.records).push(eq(page.project.get()), eq("recon:3"), any(), any());
        page.next.launch();
        assertThat(page.bench.navigation().pageProperty().get()).isEqualTo("launch");
        assertThat(page.inHand.get()).isEqualTo("recon:3");
    }

    @Test
    void cancelReturnsAtOnceHoweverLongItTakes() throws Exception {
        ready();
        CountDownLatch closing = new CountDownLatch(1);
        ModelPause pause = new ModelPause();
        builds((listener, cancellation) -> {
            cancellation.onCancel(() -> {
                closing.countDown();
                pause.await();
            });
            pause.await();
            throw new Trouble(TroubleKind.CANCELLED);
        });
        page.model.build();
        page.bench.settleUntil(() -> page.run.state() == State.RUNNING);
        page.run.cancel();
        closing.await();
        assertThat(page.run.state()).isEqualTo(State.RUNNING);
        pause.end();
        page.bench.settle();
        assertThat(page.run.state()).isEqualTo(State.CANCELLED);
        assertThat(page.bench.troubles()).isEmpty();
    }

    @Test
    void aBuildThatSaysWithoutEndTakesNoRoomWithoutEnd() {
        BuildSteps steps = new BuildSteps(() -> 0);
        String line = "x".repeat(999) + "\n";
        for (int i = 0; i < 20_000; i++) {
            steps.report(said("Step 1/1 : RUN yes\n"));
            steps.report(said(line));
        }
        steps.end(true, "the end");
        BuildLog.Part all = steps.log(-1, 0);
        assertThat(steps.steps()).hasSizeLessThanOrEqualTo(BuildSteps.MOST_STEPS);
        assertThat(all.text().length()).isLessThanOrEqualTo(2 * BuildSteps.LONGEST);
        assertThat(all.text()).endsWith("the end");
        assertThat(all.from()).isPositive();
        assertThat(steps.log(-1, all.end() - 3).text()).isEqualTo("end");
        assertThat(steps.log(0, 0).text())
                .as("what a step said that is not kept any more")
                .isEmpty();
    }

    @Test
    void theSizeFollowsFolderFileAndConnection() throws Exception {
        when(page.builds.size(any(), any(), any())).thenReturn(new ContextSize(3, 5_000_000, List.of()));
        SizeModel size = new SizeModel(
                page.bench.background(), page.connection.model(), page.dockerfile, page.bench.texts(), page.builds);
        page.open("FROM a\n");
        assertThat(size.line()).as("without a connection").isEmpty();
        page.connection.connect();
        page.bench.settle();
        assertThat(size.line()).isEqualTo("3 files, 5.0 MB to build from");
        when(page.builds.size(any(), any(), any())).thenReturn(new ContextSize(4, 6_000_000, List.of()));
        page.type("FROM b\n");
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(size.line()).startsWith("4 files, 6.0 MB");
        page.connection.lose();
        assertThat(size.line()).isEmpty();
    }

    /** So it is asked about before the window closes, as all that would end with it. */
    @Test
    void aBuildThatRunsIsWorkUnderWay() throws Exception {
        ready();
        ModelPause pause = new ModelPause();
        builds((listener, cancellation) -> pause.then(built));
        page.model.build();
        page.bench.settleUntil(() -> page.run.state() == State.RUNNING);
        assertThat(page.bench.background().running())
                .extracting(org.maxdock.ui.shared.Activity::title)
                .anyMatch(title -> title.contains("recon:3"));
        pause.end();
        page.bench.settle();
        assertThat(page.bench.background().running()).isEmpty();
    }

    @Test
    void theRequestIsWhatWasShownWhenItWasClicked() throws Exception {
        ready();
        page.model.build();
        page.model.tagProperty().set("typed:since");
        page.bench.settle();
        var request = org.mockito.ArgumentCaptor.forClass(BuildRequest.class);
        verify(page.builds).build(any(), request.capture(), any(), any());
        assertThat(request.getValue().tag()).isEqualTo("recon:3");
    }
}
