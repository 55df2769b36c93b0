package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.lab.Lab;

/**
 * What stands in the place of the folder that a launch makes on a node: it is taken only where it is a folder of the
 * user's own, and what led elsewhere has been written to by nobody.
 */
@Timeout(60)
class ForeignFolderTest {

    private static final String STOP = "stop() { echo \"$@\" >&2; exit 3; }\n";

    private final String step = "999-" + (UUID.randomUUID().hashCode() & Integer.MAX_VALUE);
    private final Path there = Path.of("/tmp/maxdock-" + step);

    @TempDir
    Path folder;

    @BeforeEach
    void mine() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root to be another user");
        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("file"), "mine");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("mine"));
    }

    @AfterEach
    void clear() {
        Lab.run(List.of("rm", "-rf", there.toString()));
    }

    private Lab.Said bash(String who, String script) {
        String line = "export MAXDOCK_STEP=" + step + " MAXDOCK_LOGIN=true THERE=" + there + " MINE=" + folder + "\n"
                + script;
        return Lab.run(
                who.equals("me")
                        ? List.of("bash", "-c", line)
                        : List.of("setpriv", "--reuid", who, "--clear-groups", "bash", "-c", line));
    }

    private static Launch launch() {
        return StubNode.launch(
                LaunchKind.Name.COMMAND, RunMode.ME, LaunchPlace.Allocation.of("maxcpu", 1, "5"), "true");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, mkdir -m 777 \"$THERE\"",
        "nobody, 'mkdir -m 777 \"$THERE\"; touch \"$THERE/container.id\" \"$THERE/here\"'",
        "nobody, touch \"$THERE\"",
        "nobody, mkfifo -m 666 \"$THERE\"",
        "nobody, ln -s \"$MINE/mine\" \"$THERE\"",
        "nobody, ln -s \"$MINE/link\" \"$THERE\"",
        "nobody, ln -s \"$MINE/file\" \"$THERE\"",
        "nobody, ln -s \"$MINE/not-yet\" \"$THERE\"",
        "nobody, ln -s /proc/self/cwd \"$THERE\"",
        "nobody, ln -s maxdock-itself \"$THERE\"",
        "me, ln \"$MINE/file\" \"$THERE\"", // as who may move it could have put it there
        "me, mkfifo \"$THERE\"",
    })
    void nothingElseIsTaken(String who, String made) throws IOException {
        assertThat(bash(who, made).status()).isZero();
        Lab.Said guard = bash("me", new DockerScript().guard(launch()) + "\n");
        assertThat(guard.status()).isEqualTo(9);
        Lab.Said said = bash("me", STOP + SingleRun.folder(launch()) + "echo > \"$etc/written\"\n");
        assertThat(said.status()).as(said.err()).isEqualTo(3);
        assertThat(said.err())
                .contains(there + " of ", "was made by " + (who.equals("me") ? "root" : who) + "; start this again");
        assertThat(Files.readString(folder.resolve("file"))).isEqualTo("mine");
        assertThat(folder.resolve("not-yet")).doesNotExist();
        try (Stream<Path> written = Files.list(folder.resolve("mine"))) {
            assertThat(written).isEmpty();
        }
    }

    /** What a launch writes is written to what is taken; so what comes first waits for the guard, and takes its. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theGuardsIsTakenWhetherItIsThereAlreadyOrComes(boolean already) {
        String make = "(" + (already ? "" : "sleep 0.3; ") + "mkdir -m 700 \"$THERE\")";
        Lab.Said said = bash(
                "me", make + (already ? "" : " &") + "\n" + STOP + SingleRun.folder(launch()) + "echo \"took $etc\"\n");
        assertThat(said.out()).as(said.err()).isEqualTo("took " + there + "\n");
    }
}
