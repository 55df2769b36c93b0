package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** What builds leave that were killed, as steps of a job are. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(120)
class BuildLeftoversLabTest {

    private static final String LEFT = "/tmp/maxdock-build.";

    @TempDir
    Path folder;

    @Test
    void theNextBuildClearsItUpWhereNoneUsesIt() throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir " + LEFT + "killed " + LEFT + "used && touch " + LEFT + "killed/Dockerfile && "
                        + "touch -d '1 hour ago' " + LEFT + "killed " + LEFT + "used && "
                        + "(flock " + LEFT + "used sleep 61.5 </dev/null >/dev/null 2>&1 &)");
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN --mount=type=cache,target=/c true\n"); // BuildKit's
        try (Server bench = Lab.connectToEngine()) {
            bench.images()
                    .build(
                            BuildRequest.plain(folder, "test/leftovers:1"),
                            Progress.Listener.none(),
                            new Cancellation());
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
}
