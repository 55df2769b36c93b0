package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Tarball;
import org.maxdock.mount.Mapping;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.shared.NextStep;

/** The way from an empty window to a launch, a step after the other. */
class NextStepModelTest {

    @TempDir
    Path folder;

    private LaunchBench all;
    private NextStepModel model;

    @BeforeEach
    void begin() throws Exception {
        all = new LaunchBench(folder);
        model = new NextStepModel(all.connection.model(), all.project.model(), all.model);
    }

    @AfterEach
    void end() throws Exception {
        all.close();
    }

    private NextStep step() {
        all.settle();
        return model.stepProperty().get();
    }

    @Test
    void oneStepLeadsToTheNext() throws Exception {
        assertThat(step()).isEqualTo(NextStep.CONNECT);
        all.connect();
        assertThat(step()).isEqualTo(NextStep.PROJECT);
        all.project.open("fresh");
        assertThat(step()).isEqualTo(NextStep.IMAGE);
        all.inHand.take("r/built:1");
        assertThat(step()).isEqualTo(NextStep.RECORD);
        ImageRecord record = ProjectBench.record("r/built:1", "2026-01-01T00:00:00Z");
        all.project.model().edit(now -> now.withRecord(record));
        assertThat(step()).isEqualTo(NextStep.PROVIDE);
        Tarball saved = new Tarball("/beegfs/built.tgz", "4".repeat(64));
        all.project.model().edit(now -> now.withLearned(record.withTarball(saved)));
        assertThat(step()).isEqualTo(NextStep.MAP);
        all.project.model().edit(now -> now.withMounts(List.of(new Mapping("/a", "/data", true))));
        assertThat(step()).isEqualTo(NextStep.LAUNCH);
        all.disconnect();
        assertThat(step()).isEqualTo(NextStep.CONNECT);
    }

    @Test
    void onTheServerItselfNothingHasToBeProvided() throws Exception {
        all.begin();
        assertThat(step()).isEqualTo(NextStep.PROVIDE);
        all.draft.placeProperty().set(new PlaceChoice.Server());
        assertThat(step()).isEqualTo(NextStep.LAUNCH);
    }

    @Test
    void itIsThatOfTheImageThatIsWorkedOn() throws Exception {
        all.begin();
        all.inHand.take("r/unrecorded:1");
        assertThat(step()).isEqualTo(NextStep.RECORD);
    }

    @Test
    void whileTheServerHasNotAnsweredItMayHaveNodes() throws Exception {
        all.project.filled("one");
        all.project.open("one");
        all.connection.connectOnly();
        assertThat(step()).isEqualTo(NextStep.PROVIDE);
    }
}
