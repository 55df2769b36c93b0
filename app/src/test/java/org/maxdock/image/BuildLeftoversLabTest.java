package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What builds leave that were ended: nothing, or where they were killed what the next one clears up. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(120)
class BuildLeftoversLabTest {

    private static final String LEFT = "/tmp/maxdock-build.";
    private static final String FROM = "FROM " + Lab.BASE + "\n";

    @TempDir
    Path folder;

    private void build(Server server, String tag, Cancellation cancellation) throws Trouble {
        server.images().build(BuildRequest.plain(folder, tag), Progress.Listener.none(), cancellation);
    }

    @Test
    void theNextBuildClearsItUpWhereNoneUsesIt() throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir " + LEFT + "killed " + LEFT + "used && touch " + LEFT + "killed/Dockerfile && "
                        + "touch -d '1 hour ago' " + LEFT + "killed " + LEFT + "used && "
                        + "(flock " + LEFT + "used sleep 61.5 </dev/null >/dev/null 2>&1 &)");
        Files.writeString(folder.resolve("Dockerfile"), FROM + "RUN --mount=type=cache,target=/c true\n"); // BuildKit's
        try (Server bench = Lab.connectToEngine()) {
            build(bench, "test/leftovers:1", new Cancellation());
            assertThat(Lab.must(Lab.engineHost("mxuser"), "ls -d " + LEFT + "*").lines())
                    .contains(LEFT + "used")
                    .doesNotContain(LEFT + "killed");
        } finally {
            Lab.must(
                    Lab.engineHost("mxuser"),
                    "pkill -f 'sleep 61\\.5'; rm -rf " + LEFT + "used " + LEFT + "killed; "
                            + "docker image rm test/leftovers:1 >/dev/null 2>&1 || true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "cut"})
    void oneThatIsEndedLeavesNothing(String how) throws Exception {
        String mark = UUID.randomUUID().toString();
        String tag = "test/ended:" + mark;
        Files.writeString(
                folder.resolve("Dockerfile"), FROM + "RUN --mount=type=cache,target=/c echo " + mark + "; sleep 311\n");
        Cancellation cancellation = new Cancellation();
        Trouble trouble;
        try (Server other = Lab.connectToEngine()) {
            CompletableFuture<Trouble> ended = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(Trouble.class, () -> build(other, tag, cancellation)));
            awaitRunning("sleep 311", true);
            if (how.equals("cut")) {
                other.host().close();
            } else {
                cancellation.cancel();
            }
            trouble = ended.get(30, TimeUnit.SECONDS);
        }
        assertThat(trouble.kind()).isIn(TroubleKind.CANCELLED, TroubleKind.CONNECTION_LOST);
        assertThat(trouble.kind() == TroubleKind.CANCELLED).isEqualTo(how.equals("cancelled"));
        awaitRunning("sleep 311", false);
        awaitRunning("docker build", false);
        assertThat(Lab.must(Lab.engineHost("mxuser"), "docker images -q " + tag))
                .isEmpty();
        Lab.awaitNone(() -> Lab.must(Lab.engineHost("mxuser"), "ls -d /tmp/maxdock-build.* 2>/dev/null || true")
                .lines()
                .toList());
    }

    /** A tar ends where it is cut, and what has come of it could be taken for all. */
    @Test
    void whatIsCutWhileItIsSentIsNotBuilt() throws Exception {
        String tag = "test/ended:" + UUID.randomUUID();
        Files.writeString(folder.resolve("Dockerfile"), FROM + "COPY --chmod=0644 . /all/\n");
        byte[] bytes = new byte[4_000_000];
        for (int i = 0; i < 100; i++) {
            new Random(i).nextBytes(bytes);
            Files.write(folder.resolve("part " + i), bytes);
        }
        try (Server other = Lab.connectToEngine()) {
            CompletableFuture<Trouble> ended = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(Trouble.class, () -> build(other, tag, new Cancellation())));
            awaitRunning("docker build", true);
            other.host().close();
            assertThat(ended.get(30, TimeUnit.SECONDS).kind()).isEqualTo(TroubleKind.CONNECTION_LOST);
        }
        awaitRunning("docker build", false);
        assertThat(Lab.must(Lab.engineHost("mxuser"), "docker images -q " + tag))
                .isEmpty();
    }

    private static void awaitRunning(String what, boolean wanted) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> Lab.sh(Lab.engineHost("root"), "pgrep -f '" + what + "'")
                                .out()
                                .isBlank()
                        != wanted);
    }
}
