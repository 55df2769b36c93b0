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
import org.junit.jupiter.params.provider.ValueSource;
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
        Lab.must(
                Lab.engineHost("mxuser"),
                "chmod -R u+rwx '" + THERE + "' 2>/dev/null; rm -rf '" + THERE + "' '" + THERE
                        + " theirs'; docker rmi -f " + TAG + " " + TAG + "-theirs >/dev/null 2>&1 || true");
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

    /** What the .dockerignore of a folder of the server says counts there as it does without MaxDock's own files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data\\n!data/keep/x\\n",
                "*\\n!src\\n!**/keep\\n",
                "**/cache\\n!data/cache/x\\n",
                "data/*\\n!data/keep\\ndata/keep/y\\n",
                "# none\\n/data/keep/\\n!/data/keep/y\\n!job.maxdock.sh\\n",
            })
    void aFolderOfTheServerIsChosenFromAsWithoutThem(String rules) throws Exception {
        String ignore = rules.isEmpty() ? "true" : "printf '" + rules + "' > .dockerignore";
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir -p '" + THERE + "' && cd '" + THERE
                        + "' && mkdir -p data/keep data/cache src/keep && touch data/a"
                        + " data/keep/x data/keep/y data/cache/x data/cache/z src/b src/keep/c && chmod 750 data/keep"
                        + " && printf 'FROM " + Lab.BASE + "\\nCOPY . /all/\\nRUN cd /all && find . | sort |"
                        + " xargs stat -c \"%%n %%F %%a %%s\" > /listed\\n' > Dockerfile && " + ignore
                        + " && rm -rf ../'own files theirs' && cp -a . ../'own files theirs'"
                        + " && echo 1 > maxdock.json && echo 2 > job.maxdock.sh");
        BuildRequest request = new BuildRequest(
                new BuildFolder.OnServer(THERE),
                "Dockerfile",
                TAG,
                BuildOptions.NONE.with(BuilderChoice.BUILDKIT, List.of()));
        try (Server bench = Lab.connectToEngine()) {
            bench.images().build(request, p -> {}, new Cancellation());
        }
        String ours = Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " cat /listed");
        String theirs = Lab.must(
                Lab.engineHost("mxuser"),
                "cd '" + THERE + " theirs' && DOCKER_BUILDKIT=1 docker build -t " + TAG + "-theirs . >&2"
                        + " && docker run --rm " + TAG + "-theirs cat /listed");
        assertThat(ours).isEqualTo(theirs).contains("src/b");
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
