package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.Images;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.Source;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A build that went well is told as that. */
class RecorderTest {

    private static final String ID = "sha256:" + "2".repeat(64);

    private final EditableProject project = mock(EditableProject.class);
    private final Images images = mock(Images.class);
    private final Built built = new Built(
            new Identity(
                    List.of(), ID, ID, "", List.of("sha256:" + "3".repeat(64)), RunConfiguration.NONE, "linux/amd64"),
            new Source("Dockerfile", "4".repeat(64), "", List.of(), List.of(), ""));

    @BeforeEach
    void begin() throws Trouble {
        when(images.build(any(), any(), any())).thenReturn(built);
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

    @Test
    void aFileThatCannotBeReadIsToldBefore() throws Trouble {
        when(project.contents()).thenThrow(new Trouble(TroubleKind.PROJECT_UNREADABLE, "maxdock.json", "what"));
        assertThatThrownBy(this::build).isInstanceOf(Trouble.class);
        verify(images, never()).build(any(), any(), any());
    }
}
