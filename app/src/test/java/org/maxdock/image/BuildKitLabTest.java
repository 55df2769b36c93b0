package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuildSources;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Sha256;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Dockerfiles of today, by the BuildKit of the server's own docker. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildKitLabTest {

    private static final String TAG = "test/buildkit:1";
    private static final String THERE = "/home/mxuser/modern folder";
    private static final String FROM = "FROM " + Lab.BASE + "\n";

    @TempDir
    Path folder;

    private Server bench;

    @BeforeAll
    void connect() throws Exception {
        bench = Lab.connectToEngine();
    }

    @AfterAll
    void end() {
        bench.close();
        Lab.must(Lab.engineHost("mxuser"), "rm -rf '" + THERE + "'");
    }

    private String build(Server server, String dockerfile, BuildOptions options, Cancellation cancellation)
            throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        return build(server, new BuildFolder.Here(folder), options, cancellation);
    }

    private static String build(Server server, BuildFolder from, BuildOptions options, Cancellation cancellation)
            throws Trouble {
        return build(server, from, TAG, options, cancellation);
    }

    private static String build(
            Server server, BuildFolder from, String tag, BuildOptions options, Cancellation cancellation)
            throws Trouble {
        Queue<String> log = new ConcurrentLinkedQueue<>(); // the engine tells on threads of its own
        server.images()
                .build(
                        new BuildRequest(from, "Dockerfile", tag, options),
                        progress -> log.add(progress.text()),
                        cancellation);
        return String.join("", log);
    }

    private String build(String dockerfile) throws Exception {
        return build(bench, dockerfile, BuildOptions.NONE, new Cancellation());
    }

    private static String run(String command) {
        return Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " sh -c '" + command + "'")
                .strip();
    }

    @Test
    void whatTheClassicBuilderDoesNotKnowIsBuilt() throws Exception {
        Files.writeString(folder.resolve("data file"), "data");
        String log = build("# syntax is what the server has\nFROM " + Lab.BASE + " AS first\n"
                + "RUN --mount=type=cache,target=/kept echo kept > /kept/x; echo one > /one\n"
                + "FROM --platform=$TARGETPLATFORM " + Lab.BASE + "\n"
                + "ARG TARGETARCH\nARG A=default\n"
                + "COPY --from=first /one /one\nCOPY --chmod=0640 [\"data file\", \"/data\"]\n"
                + "RUN --mount=type=bind,from=first,source=/one,target=/two echo $TARGETARCH $A $(cat /two) > /said\n");
        assertThat(log).startsWith("# BuildKit").contains("RUN --mount=type=cache");
        assertThat(run("cat /one /said; stat -c %a /data")).isEqualTo("one\namd64 default one\n640");
    }

    @Test
    void aFolderOfTheServerIsBuiltThereWithoutWhatIsIgnored() throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir -p '" + THERE + "' && cd '" + THERE + "' && printf '" + FROM.replace("\n", "\\n")
                        + "COPY --chmod=0644 . /all/\\nRUN --mount=type=cache,target=/c ls -A /all > /listed\\n'"
                        + " > Dockerfile; echo a > kept; echo b > left.o; echo '*.o' > .dockerignore");
        assertThat(build(bench, new BuildFolder.OnServer(THERE), BuildOptions.NONE, new Cancellation()))
                .startsWith("# BuildKit");
        assertThat(run("cat /listed")).contains("kept").doesNotContain("left.o");
        Lab.must(Lab.engineHost("mxuser"), "cd '" + THERE + "' && echo 1 > maxdock.json");
        build(bench, new BuildFolder.OnServer(THERE), BuildOptions.NONE, new Cancellation());
        assertThat(run("cat /listed")).contains("kept").doesNotContain("left.o", "maxdock.json");
        Lab.must(
                Lab.engineHost("mxuser"),
                "cd '" + THERE + "' && rm maxdock.json && echo kept > Dockerfile.dockerignore && sed -i "
                        + "'s/--chmod=0644 //; s/RUN.*/RUN ls -A \\/all > \\/listed/' Dockerfile");
        build(
                bench,
                new BuildFolder.OnServer(THERE),
                BuildOptions.NONE.with(BuilderChoice.CLASSIC, List.of()),
                new Cancellation());
        assertThat(run("cat /listed")).contains("left.o").doesNotContain("kept");
    }

    @ParameterizedTest
    @CsvSource({
        "FITTING, # classic builder, '# BuildKit, buildx'",
        "CLASSIC, # classic builder, # classic builder",
        "BUILDKIT, # BuildKit, '# BuildKit, buildx'",
    })
    void whatNeedsNoBuildKitIsBuiltAsDockerWouldThereOrAsChosen(BuilderChoice choice, String before, String now)
            throws Exception {
        String log =
                build(bench, FROM + "RUN echo plain\n", BuildOptions.NONE.with(choice, List.of()), new Cancellation());
        assertThat(log).startsWith(Lab.isModern() ? now : before);
    }

    @Test
    void optionsAreTaken() throws Exception {
        BuildOptions options = new BuildOptions(
                        java.util.Map.of("A", "a b'\"$x"),
                        java.util.Map.of("l", "v w"),
                        "first",
                        "linux/amd64",
                        true,
                        false)
                .with(BuilderChoice.BUILDKIT, List.of());
        build(
                bench,
                FROM.strip() + " AS first\nARG A\nRUN printf %s \"$A\" > /a\nFROM first\nRUN false\n",
                options,
                new Cancellation());
        assertThat(run("cat /a")).isEqualTo("a b'\"$x");
        assertThat(Lab.must(Lab.engineHost("mxuser"), "docker inspect --format '{{.Config.Labels.l}}' " + TAG)
                        .strip())
                .isEqualTo("v w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLASSIC", "BUILDKIT"})
    void aDockerfileFromElsewhereIsTaken(BuilderChoice choice) throws Exception {
        Path file = Files.writeString(folder.resolve("Other"), "\uFEFF" + FROM + "COPY . /all/\nRUN ls -A /all > /l\n");
        Path context = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(context.resolve("data"), "data");
        bench.images()
                .build(
                        new BuildRequest(
                                new BuildFolder.Here(context),
                                file.toString(),
                                TAG,
                                BuildOptions.NONE.with(choice, List.of())),
                        progress -> {},
                        new Cancellation());
        assertThat(run("cat /l")).contains("data");
    }

    @Test
    void allThatIsSentArrives() throws Exception {
        byte[] bytes = new byte[9_000_001];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < 40; i++) {
            Files.write(folder.resolve("file " + i), java.util.Arrays.copyOf(bytes, 1 + i * 100_000));
        }
        Files.write(folder.resolve("big"), bytes);
        build(FROM + "COPY --chmod=0644 . /all/\n");
        assertThat(run("sha256sum < /all/big; sha256sum < \"/all/file 39\""))
                .contains(Sha256.of(bytes), Sha256.of(java.util.Arrays.copyOf(bytes, 3_900_001)));
        assertThat(run("ls /all | wc -l")).isEqualTo("42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "RUN --mount=type=cache,target=/c echo gone; exit 7 @ BUILD_STEP_FAILED",
                "RUN --mount=type=cache,target=/c true|RUNN x @ DOCKERFILE_SYNTAX",
            })
    void aFailureIsToldByItsReason(String lines, TroubleKind kind) {
        String dockerfile = FROM + lines.replace('|', '\n') + "\n";
        assertThat(catchThrowableOfType(Trouble.class, () -> build(dockerfile)).kind())
                .isEqualTo(kind);
    }

    /** Also where files of the folder were copied in before: these steps are not run again. */
    @ParameterizedTest
    @ValueSource(strings = {"here", "there"})
    void whatStoodBeforeAFailedStepIsThere(String where) throws Exception {
        String mark = UUID.randomUUID().toString();
        String dockerfile = FROM.strip() + " AS first\nWORKDIR /w\nCOPY . /all/\nRUN --mount=type=cache,target=/c"
                + " cat /proc/sys/kernel/random/uuid > /once; echo " + mark + "\nRUN echo more > /more; false\n"
                + "FROM first\nRUN echo never\n";
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Files.writeString(folder.resolve("data"), mark);
        BuildFolder from = new BuildFolder.Here(folder);
        if (where.equals("there")) {
            Lab.must(
                    Lab.engineHost("mxuser"),
                    "mkdir -p '" + THERE + "' && cd '" + THERE + "' && echo " + mark + " > data && printf %s '"
                            + dockerfile + "' > Dockerfile");
            from = new BuildFolder.OnServer(THERE);
        }
        BuildRequest request = new BuildRequest(from, "Dockerfile", TAG, BuildOptions.NONE);
        BeforeFailure before = new BeforeFailure();
        Trouble trouble =
                catchThrowableOfType(Trouble.class, () -> bench.images().build(request, before, new Cancellation()));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.BUILD_STEP_FAILED);
        assertThat(before.stood())
                .contains(new BeforeFailure.Stood.Step("first", 5, 5, "RUN echo more > /more; false"));
        List<String> said = new ArrayList<>();
        String image = bench.images()
                .before(request, before.stood().orElseThrow(), p -> said.add(p.text()), new Cancellation());
        assertThat(String.join("", said))
                .doesNotContain("echo " + mark + "\n#6 DONE")
                .contains("CACHED");
        assertThat(Lab.must(
                        Lab.engineHost("mxuser"),
                        "docker run --rm '" + image + "' sh -c 'pwd; cat /all/data; ls /once /more 2>&1; true'"))
                .startsWith("/w\n" + mark)
                .contains("/once")
                .contains("/more: No such file");
    }

    @Test
    void furtherSourcesAndCachesAreTaken() throws Exception {
        Lab.must(Lab.engineHost("mxuser"), "mkdir -p '" + THERE + "' && echo there > '" + THERE + "/x'");
        BuildSources sources = new BuildSources(
                Map.of("data", THERE, "other", "docker-image://" + Lab.BASE),
                List.of(Lab.BASE),
                List.of("type=inline"));
        String dockerfile = FROM + "COPY --from=data /x /x\nCOPY --from=other /etc/passwd /y\nRUN cat /x /y > /z\n";
        BuildOptions options = BuildOptions.NONE.with(sources);
        if (Lab.isModern()) {
            build(bench, dockerfile, options, new Cancellation());
            assertThat(run("cat /z")).startsWith("there\n").contains("root:");
        } else {
            assertThat(catchThrowableOfType(Trouble.class, () -> build(bench, dockerfile, options, new Cancellation()))
                            .kind())
                    .isEqualTo(TroubleKind.BUILDX_MISSING);
        }
    }

    /** Docker 20.10's BuildKit reads an older language. */
    @ParameterizedTest
    @ValueSource(strings = {"RUN --mount=type=cache,target=/c true|COPY --link . /c", "RUN <<EOF|echo there > /c|EOF"})
    void whatIsTooNewForItIsToldOrBuilt(String lines) throws Exception {
        String dockerfile = FROM + lines.replace('|', '\n') + "\n";
        if (Lab.isModern()) {
            build(dockerfile);
            assertThat(run("ls -d /c")).isEqualTo("/c");
        } else {
            assertThat(catchThrowableOfType(Trouble.class, () -> build(dockerfile))
                            .kind())
                    .isEqualTo(TroubleKind.BUILDKIT_OLD);
        }
    }

    @Test
    void aBaseThatIsNowhereIsToldAsSuch() {
        String dockerfile = "FROM max-registry:5000/maxwell/nosuch:1\nRUN --mount=type=cache,target=/c true\n";
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> build(dockerfile));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.IMAGE_NOT_IN_REGISTRY);
    }
}
