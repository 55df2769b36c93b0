package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Dockerfiles of today become the same images as by docker's own client on the same host: the same layers in the same
 * order, the same configuration. Both use the engine's build cache, so that docker, which comes second, has each step
 * from it where what MaxDock gave the builder is what docker gives it; where one byte or one right were other, the
 * layer would be another.
 */
@Tag("lab")
@Tag("modern")
@Tag("whole")
@Tag("once")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerfileCorpusLabTest {

    private static final String OURS = "test/corpus-ours:1";
    private static final String THEIRS = "test/corpus-theirs:1";
    private static final String COPIES = "/beegfs/desy/user/mxuser/corpus";

    private Server bench;

    static List<CorpusDockerfile> all() {
        return CorpusDockerfile.all();
    }

    @BeforeAll
    void connect() throws Exception {
        bench = Lab.connectToEngine();
    }

    @AfterAll
    void end() {
        bench.close();
        Lab.must(Lab.engineHost("mxuser"), "rm -rf " + COPIES + "; docker rmi -f " + OURS + " " + THEIRS + " || true");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isBuiltAsByDockerOrRefusedByTheRightReason(CorpusDockerfile file) throws Exception {
        if (!Lab.isModern() && !file.tooNew().isEmpty()) {
            Trouble refused = catchThrowableOfType(Trouble.class, () -> ours(file));
            assertThat(refused.kind()).isIn(TroubleKind.BUILDKIT_OLD, TroubleKind.BUILDX_MISSING);
            assertThat(refused.arguments().getFirst().toString())
                    .contains(file.tooNew().replaceFirst(" in line (\\d+)", " ($1)"));
            return;
        }
        ours(file);
        theirs(file);
        assertThat(built(OURS)).isEqualTo(built(THEIRS));
    }

    private void ours(CorpusDockerfile file) throws Trouble {
        bench.images()
                .build(
                        new BuildRequest(new BuildFolder.Here(file.folder()), "Dockerfile", OURS, file.options()),
                        Progress.Listener.none(),
                        new Cancellation());
    }

    private static void theirs(CorpusDockerfile file) {
        Lab.Said copied = Lab.run(List.of(
                "bash",
                "-c",
                "rm -rf \"$2\" && mkdir -p \"$2\" && tar -C \"$1\" -cf - . | tar -C \"$2\" -xpf -",
                "bash",
                file.folder().toString(),
                Lab.sharedDisk(COPIES + "/" + file).toString()));
        assertThat(copied.status()).as(copied.err()).isZero();
        String build = Lab.isModern() ? "docker buildx build --provenance=false" : "DOCKER_BUILDKIT=1 docker build";
        Lab.must(
                Lab.engineHost("mxuser"),
                "cd " + COPIES + "/" + file + " && " + build + " -t " + THEIRS + " " + file.words() + " . 2>&1");
    }

    private static String built(String tag) {
        return Lab.must(
                Lab.engineHost("mxuser"),
                "docker inspect --format '{{json .RootFS.Layers}} {{json .Config}} {{.Architecture}}' " + tag);
    }
}
