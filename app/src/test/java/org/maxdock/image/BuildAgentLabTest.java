package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildAgent;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** Steps that sign with keys of an agent of this machine. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class BuildAgentLabTest {

    private static final String TAG = "test/agent:1";

    @TempDir
    Path folder;

    private Path socket;

    @BeforeEach
    void start() throws Exception {
        socket = folder.resolve("agent");
        here("eval \"$(ssh-agent -a \"$1\"/agent)\" && echo $SSH_AGENT_PID > \"$1\"/pid && "
                + "ssh-keygen -q -t ed25519 -N '' -C the-key -f \"$1\"/key && "
                + "SSH_AUTH_SOCK=$1/agent ssh-add -q \"$1\"/key && rm \"$1\"/key");
    }

    @AfterEach
    void end() throws Exception {
        here("kill \"$(cat \"$1\"/pid)\"");
        Lab.sh(Lab.engineHost("mxuser"), "docker rmi -f " + TAG);
    }

    private void here(String script) throws Trouble {
        Output output = new LocalHost().run(Command.script(script, folder.toString()));
        assertThat(output.ok()).as(output.errors()).isTrue();
    }

    private void build(Server server, String mount, BuildOptions options) throws Exception {
        Path context = folder.resolve("context");
        Files.createDirectories(context);
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + Lab.MPI + "\nRUN --mount=type=ssh" + mount + " echo " + UUID.randomUUID()
                        + "; ssh-add -L > /keys && "
                        + "ssh-add -L > /key.pub && echo text | ssh-keygen -Y sign -n file -f /key.pub - > /signed\n");
        server.images()
                .build(
                        new BuildRequest(new BuildFolder.Here(context), "Dockerfile", TAG, options),
                        Progress.Listener.none(),
                        new Cancellation());
    }

    @Test
    void theySignWithItWhereTheyMayAndNothingIsLeft() throws Exception {
        try (Server server = Lab.connectToEngine()) {
            build(server, "", BuildOptions.NONE.withAgents(List.of(new BuildAgent("default", Optional.of(socket)))));
            String host = Lab.engineHost("mxuser");
            String run = "docker run --rm " + TAG + " ";
            assertThat(Lab.must(host, run + "cat /keys")).isEqualTo(Files.readString(folder.resolve("key.pub")));
            assertThat(Lab.must(host, run + "cat /signed")).startsWith("-----BEGIN SSH SIGNATURE-----");
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> Lab.must(host, "find /tmp -maxdepth 1 -name 'maxdock-agent.*' -user mxuser")
                            .isEmpty());
        }
    }

    @Test
    void whereTheyMayNotTheyDoNotAndItIsSaid() throws Exception {
        try (Server server = Lab.connectToEngine()) {
            Trouble failed = catchThrowableOfType(Trouble.class, () -> build(server, "", BuildOptions.NONE));
            assertThat(failed.kind()).isEqualTo(TroubleKind.BUILD_STEP_FAILED);
            assertThat(new Texts(Locale.ENGLISH).explain(failed)).contains("--ssh default");
            Trouble refused =
                    catchThrowableOfType(Trouble.class, () -> build(server, ",required=true", BuildOptions.NONE));
            assertThat(refused.kind()).isEqualTo(TroubleKind.AGENT_NOT_GIVEN);
        }
    }
}
