package org.maxdock.ui.shell;

import java.util.List;
import java.util.Optional;
import org.maxdock.engine.ContainerAction;
import org.maxdock.engine.EngineTrouble;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Place;

/** Ways in which an engine or a registry says no. */
final class WaysOfTheEngine {

    private static final String REGISTRY = "registry.example:5000";

    private final FailingBench its;
    private final FailingServer server;
    private final ImageOperations images;
    private final ContainerOperations containers;
    private final RegistryOperations registries;

    WaysOfTheEngine(FailingBench its) {
        this.its = its;
        this.server = its.server;
        this.images = new ImageOperations(its.link);
        this.containers = new ContainerOperations(its.link);
        this.registries = new RegistryOperations(its.link);
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
                image("an answer of the engine that is none", TroubleKind.ANSWER_UNREADABLE, 200, "", this::list),
                image(
                        "an engine with a full disk",
                        TroubleKind.DISK_FULL,
                        500,
                        "write /var/lib/docker/x: no space left on device",
                        this::pull),
                image(
                        "an image that the registry lacks",
                        TroubleKind.IMAGE_NOT_IN_REGISTRY,
                        404,
                        "manifest for " + REGISTRY + "/a:1 not found: manifest unknown: manifest unknown",
                        this::pull),
                image(
                        "a registry that asks for a password",
                        TroubleKind.REGISTRY_PASSWORD,
                        500,
                        "Head \"https://" + REGISTRY + "/v2/a/manifests/1\": no basic auth credentials",
                        this::pull),
                image(
                        "a registry that the engine cannot reach",
                        TroubleKind.REGISTRY_UNREACHABLE,
                        500,
                        "Get \"https://" + REGISTRY + "/v2/\": dial tcp: lookup registry.example: no such host",
                        this::pull),
                image(
                        "a registry whose certificate nobody knows",
                        TroubleKind.REGISTRY_UNREACHABLE,
                        500,
                        "Get \"https://" + REGISTRY + "/v2/\": x509: certificate signed by unknown authority",
                        this::pull),
                image(
                        "a registry that gives out no more today",
                        TroubleKind.PULL_LIMIT,
                        429,
                        "toomanyrequests: You have reached your pull rate limit.",
                        this::pull),
                image(
                        "an image that somebody removed meanwhile",
                        TroubleKind.NO_SUCH_IMAGE,
                        404,
                        "No such image: " + REGISTRY + "/a:1",
                        this::inspect),
                image(
                        "what the site does not allow",
                        TroubleKind.PLUGIN_DENIED,
                        403,
                        "authorization denied by plugin guard: removing images is for administrators",
                        this::inspect),
                image(
                        "what the engine refuses",
                        TroubleKind.ENGINE_REFUSED,
                        409,
                        "conflict: the image is being used",
                        this::inspect),
                new WayToFail(
                        "a name of an image with capitals",
                        Place.IMAGES,
                        TroubleKind.BAD_REFERENCE,
                        () -> name = "Registry/Recon:1",
                        new WayToFail.Over(() -> tagged()),
                        () -> name = "registry/recon:1"),
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
                        "a step that fails",
                        TroubleKind.BUILD_STEP_FAILED,
                        "ERROR: failed to solve: process \"/bin/sh -c make\" did not complete "
                                + "successfully: exit code: 2"),
                build(
                        "a full disk while building",
                        TroubleKind.DISK_FULL,
                        "ERROR: failed to solve: write /var/lib/docker/tmp/x: no space left on device"),
                build(
                        "a step that wants an ssh-agent",
                        TroubleKind.AGENT_NOT_GIVEN,
                        "ERROR: failed to solve: unset ssh forward key default"));
    }

    private String name = "";
    private Optional<String> said = Optional.empty();

    private Object tagged() throws Exception {
        org.maxdock.image.identity.ImageReference.parse(name);
        return name;
    }

    private Object list() throws Exception {
        return images.list();
    }

    private Object pull() throws Exception {
        images.pull(REGISTRY + "/a:1", Progress.Listener.none(), new Cancellation());
        return "";
    }

    private Object inspect() throws Exception {
        return images.inspect("registry.example:5000/a:1");
    }

    private Object stop() throws Exception {
        containers.act("c1", ContainerAction.STOP);
        return "";
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
                new WayToFail.Over(this::list),
                () -> {
                    server.useEngine(server.engine());
                    its.connected();
                });
    }

    private WayToFail image(
            String how, TroubleKind kind, int status, String message, java.util.concurrent.Callable<?> act) {
        return of(Place.IMAGES, how, kind, status, message, act);
    }

    private WayToFail container(
            String how, TroubleKind kind, int status, String message, java.util.concurrent.Callable<?> act) {
        return of(Place.CONTAINERS, how, kind, status, message, act);
    }

    private WayToFail of(
            Place place,
            String how,
            TroubleKind kind,
            int status,
            String message,
            java.util.concurrent.Callable<?> act) {
        return new WayToFail(
                how,
                place,
                kind,
                () -> {
                    if (message.isEmpty()) {
                        server.engineBody("json", status, "<html>proxy</html>");
                    } else {
                        server.engine(place == Place.IMAGES ? "/images/" : "/containers/", status, message);
                    }
                },
                new WayToFail.Over(act),
                server::engineMended);
    }

    /** As a builder says it at its end. */
    private WayToFail build(String how, TroubleKind kind, String words) {
        return new WayToFail(
                how,
                Place.BUILD,
                kind,
                () -> said = Optional.of(words),
                new WayToFail.Over(() -> {
                    if (said.isPresent()) {
                        throw EngineTrouble.ofMessage(null, said.get());
                    }
                    return "";
                }),
                () -> said = Optional.empty());
    }

    RegistryOperations registries() {
        return registries;
    }
}
