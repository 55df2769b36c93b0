package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.Source;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.EditableProject;
import org.maxdock.store.Json;
import org.maxdock.store.PastBuild;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What a build said, and which builder it was, is remembered however it ended. */
class LoggedBuildsTest {

    private static final String ID = "sha256:" + "2".repeat(64);
    private static final String USED = "BuildKit, buildx, docker 28.5.2";

    @TempDir
    Path folder;

    private final EditableProject project = mock(EditableProject.class);
    private final Recorder recorder = mock(Recorder.class);
    private BuildHistory history;

    @BeforeEach
    void begin() {
        when(project.folder()).thenReturn(folder);
        history = new BuildHistory(folder.resolve("builds"), new Json());
    }

    private void builds(Trouble failure, String... said) throws Exception {
        when(recorder.build(any(), any(), any())).thenAnswer(call -> {
            for (String line : said) {
                call.<Progress.Listener>getArgument(1).report(new Progress("", line, 0, 0));
            }
            if (failure != null) {
                throw failure;
            }
            return new Built(
                    new Identity(List.of(), ID, ID, "", List.of(ID), RunConfiguration.NONE, "linux/amd64"),
                    new Source("Dockerfile", "", "", List.of(), List.of(), "", USED));
        });
    }

    private Built build() throws Trouble {
        return new LoggedBuilds(project, recorder, history, new Texts(Locale.ENGLISH))
                .build(BuildRequest.plain(folder, "x:1"), Progress.Listener.none(), new Cancellation());
    }

    private PastBuild past() throws Trouble {
        return history.of(folder).getFirst();
    }

    @Test
    void theBuilderOfABuildThatWentWell() throws Exception {
        builds(null, "# " + USED + "\n", "#1 DONE 0.1s\n", "# classic builder\n");
        build();
        assertThat(past().builder()).isEqualTo(USED);
        assertThat(past().log()).startsWith("# " + USED);
    }

    @Test
    void theBuilderOfOneThatFailed() throws Exception {
        builds(new Trouble(TroubleKind.BUILD_STEP_FAILED, "x"), "# classic builder, docker 20.10.24\n");
        assertThatThrownBy(this::build).isInstanceOf(Trouble.class);
        assertThat(past().builder()).isEqualTo("classic builder, docker 20.10.24");
        assertThat(past().wentWell()).isFalse();
    }

    @Test
    void whatCameToNoBuilderHasNone() throws Exception {
        builds(new Trouble(TroubleKind.BUILDKIT_MISSING, "x"));
        assertThatThrownBy(this::build).isInstanceOf(Trouble.class);
        assertThat(past().builder()).isEmpty();
    }

    /** As an earlier version wrote it. */
    @Test
    void aBuildWithoutABuilderIsReadAsBefore() throws Exception {
        Path file = Files.createDirectories(folder.resolve("builds")).resolve("2026-01-01T00-00-00Z_22.json");
        Files.writeString(
                file,
                "{\"folder\":\"" + folder + "\",\"reference\":\"x:1\",\"id\":\"" + ID
                        + "\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"seconds\":3,\"failure\":\"\",\"log\":\"a\"}");
        assertThat(past())
                .isEqualTo(new PastBuild(folder.toString(), "x:1", ID, "2026-01-01T00:00:00Z", 3, "", "", "a"));
    }
}
