package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** The classic builder over the engine's interface has what docker's own client would give it. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class ClassicBuildLabTest {

    private static final String TAG = "test/classic:1";
    private static final String REGISTRY = "max-registry:5001";

    @TempDir
    Path folder;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @AfterEach
    void clear() {
        Lab.must(
                Lab.engineHost("mxuser"),
                "docker logout " + REGISTRY + " >/dev/null 2>&1; rm -f ~/.docker/config.json; true");
        Lab.must(Lab.engineHost("root"), "docker rmi -f " + TAG + " >/dev/null 2>&1; true");
    }

    private void build(String dockerfile, String platform) throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        BuildOptions options = new BuildOptions(java.util.Map.of(), java.util.Map.of(), "", platform, true, false)
                .with(BuilderChoice.CLASSIC, List.of());
        try (Server bench = Lab.connectToEngine()) {
            Built built = bench.images()
                    .build(
                            new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", TAG, options),
                            progress -> log.add(progress.text()),
                            new Cancellation());
            assertThat(built.source().builder()).startsWith("classic builder");
        }
    }

    @Test
    void aPrivateBaseIsBroughtForAPlatform() throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "echo registry-secret | docker login -u mxuser --password-stdin " + REGISTRY + " 2>/dev/null");
        Lab.must(Lab.engineHost("root"), "docker rmi -f " + Lab.PRIVATE_BASE + " >/dev/null 2>&1; true");
        build("FROM " + Lab.PRIVATE_BASE + "\nRUN true\n", "linux/amd64");
    }

    @Test
    void proxiesOfTheConfigurationAreThereWhileItIsBuiltAndNotAfterwards() throws Exception {
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir -p ~/.docker && echo '{\"proxies\":{\"default\":{\"httpProxy\":\"http://me:pass@p:1\"}}}' > "
                        + "~/.docker/config.json");
        build("FROM " + Lab.BASE + "\nRUN echo \"$HTTP_PROXY $http_proxy\" | tr : _ > /proxies\n", "");
        String at = Lab.engineHost("mxuser");
        assertThat(Lab.must(at, "docker run --rm " + TAG + " cat /proxies"))
                .contains("http_//me_pass@p_1 http_//me_pass@p_1");
        assertThat(Lab.must(at, "docker history --no-trunc " + TAG + "; docker inspect " + TAG))
                .doesNotContain("me:pass");
        assertThat(String.join("", log)).doesNotContain("me:pass");
    }
}
