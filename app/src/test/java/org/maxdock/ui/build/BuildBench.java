package org.maxdock.ui.build;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.Drafts;
import org.maxdock.store.Json;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.launch.LaunchDraft;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Recording;

/** The models of the page that builds, over folders of this machine; the engine's answers are the test's. */
final class BuildBench implements EditQuestions {

    final ModelBench bench = new ModelBench();
    final ModelConnection connection = new ModelConnection(bench);
    final ProjectModel project = new ProjectModel(bench.background(), new Json());
    final ImageInHand inHand = new ImageInHand(project);
    final DraftModel draft = new DraftModel(new LaunchDraft(), project, inHand);
    final Asks asks = mock(Asks.class);
    final UserFolder userFolder = mock(UserFolder.class);
    final BuildFolderFiles files = spy(new BuildFolderFiles(connection.link()));
    final BuildOperations builds = mock(BuildOperations.class);
    final RecordOperations records = mock(RecordOperations.class);
    final Deque<Unsaved> unsavedAnswers = new ArrayDeque<>();
    final Deque<Conflict> conflictAnswers = new ArrayDeque<>();
    final List<String> asked = new ArrayList<>();
    final List<LineDifference> shown = new ArrayList<>();
    /** What happens while a question stands. */
    Runnable whileAsked = () -> {};

    final Path folder;
    final Path drafts;
    DockerfileModel dockerfile;
    BuildRunModel run;
    BuildModel model;
    NextSteps next;

    BuildBench(Path top) throws IOException {
        folder = Files.createDirectories(top.resolve("recon"));
        drafts = top.resolve("drafts");
        start();
    }

    /** The models as the program makes them when it starts. */
    void start() {
        dockerfile = new DockerfileModel(
                bench.background(),
                connection.model(),
                project,
                bench.navigation(),
                bench.texts(),
                files,
                new Drafts(drafts, new Json()),
                this);
        project.guard(dockerfile.saves()::leave);
        run = new BuildRunModel(
                bench.background(), connection.model(), project, bench.texts(), builds, System::nanoTime);
        model = new BuildModel(bench.background(), connection.model(), project, builds, dockerfile, run);
        next = new NextSteps(
                bench.background(),
                connection.model(),
                project,
                bench.navigation(),
                asks,
                bench.texts(),
                records,
                userFolder,
                new Recording(
                        bench.background(), connection.model(), project, bench.navigation(), bench.texts(), records),
                new NextStepModel(connection.model(), project, draft),
                run,
                inHand);
    }

    void open(String content) throws IOException {
        elsewhere(content);
        project.open(folder);
        bench.settle();
    }

    /** Somebody else writes the Dockerfile. */
    void elsewhere(String content) throws IOException {
        Files.writeString(folder.resolve(DockerfileModel.NAME), content);
    }

    String file() throws IOException {
        return Files.readString(folder.resolve(DockerfileModel.NAME));
    }

    void type(String text) {
        dockerfile.textProperty().set(text);
    }

    String text() {
        return dockerfile.textProperty().get();
    }

    @Override
    public Optional<Unsaved> unsaved(String where) {
        asked.add("unsaved " + where);
        whileAsked.run();
        return Optional.ofNullable(unsavedAnswers.poll());
    }

    @Override
    public Optional<Conflict> conflict(String where, LineDifference difference) {
        asked.add("conflict " + where);
        shown.add(difference);
        whileAsked.run();
        return Optional.ofNullable(conflictAnswers.poll());
    }
}
