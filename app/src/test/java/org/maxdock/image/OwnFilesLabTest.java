package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Server;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;

/** A build and its record change the project's file; the next build is cached all the same. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class OwnFilesLabTest {

    private static final String TAG = "max-registry:5000/test/own-files:1";
    private static final String THERE = "/home/mxuser/own files";

    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Lab.must(Lab.engineHost("mxuser"), "rm -rf '" + THERE + "'; docker rmi -f " + TAG + " >/dev/null 2>&1 || true");
    }

    @Test
    void copyingAllStaysCachedHereAndOnTheServer() throws Exception {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN echo " + UUID.randomUUID()
                        + "\nWORKDIR /all\nCOPY . .\nRUN ls -A > /listed\n");
        Files.writeString(folder.resolve("data"), "data");
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir '" + THERE + "' && cd '" + THERE + "' && cat > Dockerfile <<'E'\n"
                        + Files.readString(folder.resolve("Dockerfile")) + "E\necho data > data; ln -s data link;"
                        + " mkfifo pipe; echo 1 > maxdock.json; echo 1 > job.maxdock.sh; echo secret > left;"
                        + " echo left > .dockerignore");
        try (Server bench = Lab.connectToEngine()) {
            Project project = new Project(folder, new Json());
            Recorder recorder = new Recorder(project, bench.images());
            BuildFolder here = new BuildFolder.Here(folder);
            BuildFolder there = new BuildFolder.OnServer(THERE);
            assertThat(build(recorder, here).split("Using cache|CACHED", -1).length)
                    .as("BuildKit says it of the base")
                    .isLessThanOrEqualTo(Lab.isModern() ? 2 : 1);
            recorder.record(TAG);
            assertThat(project.hasFile()).isTrue();
            String again = build(recorder, here);
            assertThat(again.split("Using cache|CACHED", -1).length).as(again).isGreaterThan(4);
            listed("Dockerfile", "data");

            build(recorder, there);
            Lab.must(Lab.engineHost("mxuser"), "cd '" + THERE + "' && echo 2 > maxdock.json; echo 2 > job.maxdock.sh");
            String cached = build(recorder, there);
            assertThat(cached.split("Using cache|CACHED", -1).length).as(cached).isGreaterThan(4);
            listed(".dockerignore", "Dockerfile", "data", "link", "pipe");
            assertThat(Lab.must(Lab.engineHost("mxuser"), "ls /tmp | grep -c '^tmp\\.' || true")
                            .strip())
                    .as("lists of names left behind")
                    .isEqualTo("0");
        }
    }

    /** And not sent empty, with nothing said. */
    @ParameterizedTest
    @EnumSource(
            value = BuilderChoice.class,
            names = {"CLASSIC", "BUILDKIT"})
    void whatMayNotBeReadOnTheServerIsNamed(BuilderChoice choice) throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir '" + THERE + "' && cd '" + THERE + "' && printf 'FROM " + Lab.BASE
                        + "\\nCOPY . /all\\nRUN ls -A /all > /listed\\n' > Dockerfile"
                        + " && echo x > shut && chmod 0 shut");
        BuildRequest request = new BuildRequest(
                new BuildFolder.OnServer(THERE), "Dockerfile", TAG, BuildOptions.NONE.with(choice, List.of()));
        StringBuilder said = new StringBuilder();
        try (Server bench = Lab.connectToEngine()) {
            Trouble trouble = catchThrowableOfType(
                    Trouble.class, () -> bench.images().build(request, p -> said.append(p.text()), new Cancellation()));
            assertThat(said + trouble.getMessage()).contains("shut");
            Lab.must(Lab.engineHost("mxuser"), "cd '" + THERE + "' && echo shut > .dockerignore");
            bench.images().build(request, p -> said.append(p.text()), new Cancellation());
        }
        listed(".dockerignore", "Dockerfile");
    }

    private static void listed(String... names) {
        assertThat(List.of(Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " cat /listed")
                        .split("\n")))
                .containsExactlyInAnyOrder(names);
    }

    private static String build(Recorder recorder, BuildFolder from) throws Exception {
        StringBuilder said = new StringBuilder();
        recorder.build(
                new BuildRequest(from, "Dockerfile", TAG, BuildOptions.NONE),
                p -> said.append(p.text()),
                new Cancellation());
        return said.toString();
    }
}
