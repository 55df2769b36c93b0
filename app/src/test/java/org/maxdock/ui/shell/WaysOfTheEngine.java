package org.maxdock.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.build.FailingBuild;
import org.maxdock.ui.containers.FailingContainers;
import org.maxdock.ui.images.FailingImages;
import org.maxdock.ui.shared.Place;

/** Ways in which an engine or a registry says no. */
final class WaysOfTheEngine {

    private static final String REGISTRY = "registry.example:5000";

    private final FailingBench its;
    private final FailingServer server;
    private final FailingImages images;
    private final FailingContainers containers;
    private final FailingBuild build;

    WaysOfTheEngine(FailingBench its) throws Exception {
        this.its = its;
        this.server = its.server;
        this.images = new FailingImages(its.side);
        this.containers = new FailingContainers(its.side);
        this.build = new FailingBuild(its.side);
    }

    /** What is read beneath a question or in the log. */
    List<ReadThere> readThere() {
        return List.of(
                new ReadThere(
                        "a name of an image with capitals",
                        "beneath the question for the name",
                        () -> {
                            has();
                            images.tag(name);
                        },
                        its::refused,
                        () -> name = "registry/recon:1"),
                new ReadThere(
                        "a step that fails",
                        "Build: in the log, whose step is chosen",
                        () -> {
                            build.ends(end);
                            build.open(built());
                            build.build();
                        },
                        build::log,
                        () -> end = Optional.empty()));
    }

    List<WayToFail> all() {
        return List.of(
                elsewhere("an engine that was taken off the server", TroubleKind.NO_ENGINE, "tcp://127.0.0.1:9"),
                elsewhere("an engine at an address of another kind", TroubleKind.ENDPOINT_UNSUPPORTED, "ssh://other"),
                elsewhere(
                        "no certificate for the engine",
                        TroubleKind.NO_CERTIFICATE,
                        server.engine(),
                        "export DOCKER_TLS_VERIFY=1"),
                elsewhere(
                        "a certificate that is none",
                        TroubleKind.CERTIFICATE_UNREADABLE,
                        server.engine(),
                        "export DOCKER_TLS_VERIFY=1",
                        "mkdir -p ~/.docker; for f in ca cert key; do echo x > ~/.docker/$f.pem; done"),
                image("an answer of the engine that is none", TroubleKind.ANSWER_UNREADABLE, 200, "", images::read),
                image(
                        "an engine with a full disk",
                        TroubleKind.DISK_FULL,
                        500,
                        "write /var/lib/docker/x: no space left on device",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "an image that the registry lacks",
                        TroubleKind.IMAGE_NOT_IN_REGISTRY,
                        404,
                        "manifest for " + REGISTRY + "/a:1 not found: manifest unknown: manifest unknown",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "a registry that asks for a password",
                        TroubleKind.REGISTRY_PASSWORD,
                        500,
                        "Head \"https://" + REGISTRY + "/v2/a/manifests/1\": no basic auth credentials",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "a registry that the engine cannot reach",
                        TroubleKind.REGISTRY_UNREACHABLE,
                        500,
                        "Get \"https://" + REGISTRY + "/v2/\": dial tcp: lookup registry.example: no such host",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "a registry whose certificate nobody knows",
                        TroubleKind.REGISTRY_UNREACHABLE,
                        500,
                        "Get \"https://" + REGISTRY + "/v2/\": x509: certificate signed by unknown authority",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "a registry that gives out no more today",
                        TroubleKind.PULL_LIMIT,
                        429,
                        "toomanyrequests: You have reached your pull rate limit.",
                        () -> images.pull(REGISTRY + "/a:1")),
                image(
                        "an image that somebody removed meanwhile",
                        TroubleKind.NO_SUCH_IMAGE,
                        404,
                        "No such image: " + REGISTRY + "/a:1",
                        this::remove),
                image(
                        "what the site does not allow",
                        TroubleKind.PLUGIN_DENIED,
                        403,
                        "authorization denied by plugin guard: removing images is for administrators",
                        this::remove),
                image(
                        "what the engine refuses",
                        TroubleKind.ENGINE_REFUSED,
                        409,
                        "conflict: the image is being used",
                        this::remove),
                container(
                        "a container that is gone",
                        TroubleKind.NO_SUCH_CONTAINER,
                        404,
                        "No such container: c1",
                        this::stop),
                container(
                        "a container that the engine does not stop",
                        TroubleKind.ENGINE_REFUSED,
                        500,
                        "cannot stop container: tried to kill it, and it lives",
                        this::stop),
                build(
                        "a base that cannot be reached",
                        TroubleKind.REGISTRY_UNREACHABLE,
                        "ERROR: failed to solve: " + REGISTRY
                                + "/base:1: failed to resolve source metadata: failed to do request: Head \"https://"
                                + REGISTRY + "/v2/base/manifests/1\": dial tcp 10.1.2.3:5000: i/o timeout"),
                build(
                        "a base that there is not",
                        TroubleKind.IMAGE_NOT_IN_REGISTRY,
                        "ERROR: failed to solve: nosuch:1: failed to resolve source metadata for "
                                + "docker.io/library/nosuch:1: docker.io/library/nosuch:1: not found"),
                build(
                        "a base that asks for a password",
                        TroubleKind.REGISTRY_PASSWORD,
                        "ERROR: failed to solve: r/b:1: unexpected status from HEAD request to "
                                + "https://r/v2/b/manifests/1: 401 Unauthorized"),
                build(
                        "a file that the build folder lacks",
                        TroubleKind.COPY_SOURCE_MISSING,
                        "ERROR: failed to solve: failed to compute cache key: failed to calculate "
                                + "checksum of ref x::y: \"/data.txt\": not found"),
                build(
                        "a Dockerfile with a mistake",
                        TroubleKind.DOCKERFILE_SYNTAX,
                        "ERROR: failed to solve: dockerfile parse error on line 2: unknown "
                                + "instruction: RUNN (did you mean RUN?)"),
                build(
                        "a full disk while building",
                        TroubleKind.DISK_FULL,
                        "ERROR: failed to solve: write /var/lib/docker/tmp/x: no space left on device"),
                build(
                        "a step that wants an ssh-agent",
                        TroubleKind.AGENT_NOT_GIVEN,
                        "ERROR: failed to solve: unset ssh forward key default"));
    }

    private String name = "Registry/Recon:1";
    private Optional<String> end = Optional.of(
            "ERROR: failed to solve: process \"/bin/sh -c make\" did not complete " + "successfully: exit code: 2");

    private void has() {
        server.engineBody(
                "/images/json",
                200,
                "[{\"Id\":\"sha256:" + "1".repeat(64) + "\",\"RepoTags\":[\"" + REGISTRY
                        + "/a:1\"],\"RepoDigests\":[],\"Size\":1,\"Created\":1790000000}]");
    }

    private void remove() {
        has();
        images.remove();
    }

    private void stop() {
        server.engineBody(
                "/containers/json",
                200,
                "[{\"Id\":\"c1\",\"Names\":[\"/recon\"],\"Image\":\"r/i:1\",\"ImageID\":\"sha256:" + "1".repeat(64)
                        + "\",\"State\":\"running\",\"Status\":\"Up\",\"Created\":1795000000,"
                        + "\"Labels\":{},\"Ports\":[],\"Mounts\":[]}]");
        containers.stop();
    }

    private Path built() throws IOException {
        Path folder = Files.createDirectories(its.server.here().resolve("built"));
        if (Files.notExists(folder.resolve("Dockerfile"))) {
            Files.writeString(folder.resolve("Dockerfile"), "FROM a\nRUN make\n");
        }
        return folder;
    }

    private WayToFail elsewhere(String how, TroubleKind kind, String where, String... more) {
        return new WayToFail(
                how,
                Place.IMAGES,
                kind,
                () -> {
                    server.useEngine(where, more);
                    its.connected();
                },
                new WayToFail.ByModel(images::read),
                () -> {
                    server.useEngine(server.engine());
                    its.connected();
                });
    }

    private WayToFail image(String how, TroubleKind kind, int status, String message, WayToFail.Step act) {
        return of(Place.IMAGES, how, kind, status, message, act);
    }

    private WayToFail container(String how, TroubleKind kind, int status, String message, WayToFail.Step act) {
        return of(Place.CONTAINERS, how, kind, status, message, act);
    }

    private WayToFail of(Place place, String how, TroubleKind kind, int status, String message, WayToFail.Step act) {
        return new WayToFail(
                how,
                place,
                kind,
                () -> {
                    if (message.isEmpty()) {
                        server.engineBody("/images/json", status, "<html>proxy</html>");
                    } else {
                        server.engine(place == Place.IMAGES ? "/images/create" : "/containers/c1", status, message);
                        server.engine("/images/" + REGISTRY, status, message);
                    }
                },
                new WayToFail.ByModel(act),
                server::engineMended);
    }

    /** As a builder says it at its end. */
    private WayToFail build(String how, TroubleKind kind, String words) {
        return new WayToFail(
                how,
                Place.BUILD,
                kind,
                () -> build.ends(Optional.of(words)),
                new WayToFail.ByModel(() -> {
                    build.open(built());
                    build.build();
                }),
                () -> build.ends(Optional.empty()));
    }
}
