package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.ImageFiles;
import org.maxdock.image.Images;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Source;
import org.maxdock.image.identity.Tarball;
import org.maxdock.store.EditableProject;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ProjectBench;
import org.mockito.stubbing.Answer;

/** A build that went well is told as that. */
class RecorderTest {

    private static final String ID = "sha256:" + "2".repeat(64);

    private static final String DIGEST = "r/i@sha256:" + "9".repeat(64);

    private final EditableProject project = mock(EditableProject.class);
    private final Images images = mock(Images.class);
    private final Built built = new Built(
            new Identity(
                    List.of(), ID, ID, "", List.of("sha256:" + "3".repeat(64)), RunConfiguration.NONE, "linux/amd64"),
            new Source("Dockerfile", "4".repeat(64), "", List.of(), List.of(), "", ""));

    @BeforeEach
    void begin() throws Trouble {
        when(images.build(any(), any(), any())).thenReturn(built);
        when(project.lasting()).thenReturn(project);
        doCallRealMethod().when(project).put(any(org.maxdock.store.KeptBuild.class));
    }

    private Built build() throws Trouble {
        BuildRequest request =
                new BuildRequest(new BuildFolder.Here(Path.of("/x")), "Dockerfile", "x:1", BuildOptions.NONE);
        return new Recorder(project, images).build(request, Progress.Listener.none(), new Cancellation());
    }

    @Test
    void whatCannotBeWrittenDownIsBuiltAllTheSame() throws Trouble {
        when(project.change(any())).thenThrow(new Trouble(TroubleKind.FILE_UNWRITABLE, "maxdock.json", "full"));
        assertThat(build()).isEqualTo(built);
    }

    /** Another project is opened while it goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"push", "save", "build", "record"})
    void whatComesOfItIsKeptThoughTheProjectWasClosedMeanwhile(String what, @TempDir Path folder) throws Exception {
        Project file = new Project(folder, new Json());
        ImageRecord old = file.put(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"));
        OpenProject open = OpenProject.open(folder, new Json(), Runnable::run);
        Tarball tarball = new Tarball("/data/i.tgz", "5".repeat(64));
        ImageFiles files = mock(ImageFiles.class);
        when(images.files()).thenReturn(files);
        when(images.verify(any(ImageRecord.class))).thenReturn(new ImageVerdict.Same(old.identity()));
        when(images.record(any())).thenReturn(old.withIdentity(pushed(old.identity())));
        Answer<Object> closes = call -> {
            open.close();
            return null;
        };
        doAnswer(closes).when(images).push(any(), any(), any());
        doAnswer(call -> {
                    open.close();
                    return tarball;
                })
                .when(files)
                .save(any(), any(), any(), any());
        doAnswer(call -> {
                    open.close();
                    return built;
                })
                .when(images)
                .build(any(), any(), any());
        Recorder recorder = new Recorder(open, images);
        switch (what) {
            case "push" -> {
                recorder.push("r/i:1", Progress.Listener.none(), new Cancellation());
                assertThat(file.recordOf("r/i:1").identity().repoDigests()).containsExactly(DIGEST);
            }
            case "save" -> {
                recorder.save("r/i:1", "/data/i.tgz", Progress.Listener.none(), new Cancellation());
                assertThat(file.recordOf("r/i:1").tarball()).contains(tarball);
            }
            case "build" -> {
                BuildRequest request =
                        new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", "r/i:1", BuildOptions.NONE);
                recorder.build(request, Progress.Listener.none(), new Cancellation());
                assertThat(file.build(ID)).isPresent();
            }
            default -> {
                open.close();
                recorder.record("r/i:1");
                assertThat(file.recordOf("r/i:1").identity().repoDigests()).containsExactly(DIGEST);
            }
        }
    }

    private static Identity pushed(Identity built) {
        return new Identity(
                List.of(DIGEST), built.id(), built.config(), "", built.layers(), RunConfiguration.NONE, "linux/amd64");
    }

    @Test
    void aFileThatCannotBeReadIsToldBefore() throws Trouble {
        when(project.contents()).thenThrow(new Trouble(TroubleKind.PROJECT_UNREADABLE, "maxdock.json", "what"));
        assertThatThrownBy(this::build).isInstanceOf(Trouble.class);
        verify(images, never()).build(any(), any(), any());
    }
}
