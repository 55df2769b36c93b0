package org.maxdock.ui.build;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.engine.EngineTrouble;
import org.maxdock.image.identity.Identity;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.store.Drafts;
import org.maxdock.store.Json;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;

/** The page that builds, with a builder that ends as the test says, and files that cannot be read. */
public final class FailingBuild implements EditQuestions {

    private final WindowSide side;
    private final BuildModel model;
    private final BuildRunModel run;
    private Optional<String> end = Optional.empty();

    public FailingBuild(WindowSide side) throws Exception {
        this.side = side;
        BuildOperations builds = mock(BuildOperations.class);
        var built = mock(org.maxdock.image.Built.class);
        when(built.identity()).thenReturn(mock(Identity.class));
        doAnswer(call -> {
                    if (end.isPresent()) {
                        throw EngineTrouble.ofMessage(null, end.get());
                    }
                    return built;
                })
                .when(builds)
                .build(any(), any(), any(), any());
        when(builds.lastName(any())).thenReturn(Optional.of("recon:1"));
        DockerfileModel dockerfile = new DockerfileModel(
                side.at(Place.DOCKERFILE),
                side.over(Place.DOCKERFILE),
                side.project(),
                side.bench().navigation(),
                side.bench().texts(),
                new BuildFolderFiles(side.link()),
                new Drafts(side.folder().resolve("drafts"), new Json()),
                this);
        run = new BuildRunModel(
                side.at(Place.BUILD),
                side.over(Place.BUILD),
                side.project(),
                side.bench().texts(),
                builds,
                System::nanoTime);
        model = new BuildModel(side.at(Place.BUILD), side.over(Place.BUILD), side.project(), builds, dockerfile, run);
    }

    /** The words of the builder at its end; empty for a good one. */
    public void ends(Optional<String> words) {
        end = words;
    }

    public void build() {
        model.tagProperty().set("recon:1");
        model.build();
    }

    /** Reads the Dockerfile of a project. */
    public void open(Path folder) {
        side.project().open(folder);
        side.bench().settle();
        model.dockerfile().look();
    }

    /** What the log says after a build that failed; empty after a good one. */
    public String log() {
        return run.state() == BuildRun.State.FAILED
                ? run.runProperty().get().orElseThrow().steps().log(-1, 0).text()
                : "";
    }

    @Override
    public Optional<Unsaved> unsaved(String where) {
        return Optional.empty();
    }

    @Override
    public Optional<Conflict> conflict(String where, LineDifference difference) {
        return Optional.empty();
    }
}
