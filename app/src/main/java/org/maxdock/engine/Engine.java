package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.registry.Credentials;
import org.maxdock.registry.Descriptor;
import org.maxdock.registry.InRegistry;
import org.maxdock.registry.Registries;
import org.maxdock.registry.RegistryCatalog;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A Docker Engine behind a host. May be used by many threads. */
public final class Engine implements AutoCloseable {

    /**
     * A name that no container may have, since names have no spaces: an engine that is asked for it looks at all else,
     * and makes none.
     */
    public static final String NO_NAME = "maxdock asks";

    /** Also for images of the same second, of which the engine gives now the one and now the other first. */
    private static final Comparator<ImageSummary> LATEST_FIRST =
            Comparator.comparing(ImageSummary::created).reversed().thenComparing(ImageSummary::id);

    private final Endpoint endpoint;
    private final Registries registries;
    private final DockerClient docker;
    private final RawApi raw;
    private volatile EngineInfo info;

    private Engine(Endpoint endpoint, Registries registries, DockerClient docker, RawApi raw) {
        this.endpoint = endpoint;
        this.registries = registries;
        this.docker = docker;
        this.raw = raw;
    }

    /**
     * Finds the host's engine and asks it who it is.
     *
     * @throws Trouble where there is none, the user may not reach it, or the certificate is missing or expired
     */
    public static Engine of(Host host, LoginEnvironment environment) throws Trouble {
        Endpoint endpoint = new EndpointFinder(host, environment).find();
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("tcp://engine:2375")
                .withDockerTlsVerify(false)
                .withDockerConfig("/nonexistent")
                .build();
        EngineHttpClient http = new EngineHttpClient(new Connector(host, endpoint));
        Engine engine = new Engine(
                endpoint, new Registries(host), DockerClientImpl.getInstance(config, http), new RawApi(http));
        engine.info();
        return engine;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Asks the engine for nothing but an answer: a round trip on an open connection. */
    public void ping() throws Trouble {
        ask(() -> docker.pingCmd().exec());
    }

    /** What the engine says of itself; asked once. */
    public EngineInfo info() throws Trouble {
        if (info == null) {
            Info said = ask(() -> docker.infoCmd().exec());
            List<String> security = said.getSecurityOptions() == null ? List.of() : said.getSecurityOptions();
            boolean containerd = said.getDriverStatuses() != null
                    && said.getDriverStatuses().stream()
                            .anyMatch(s -> s.size() > 1 && s.get(1).startsWith("io.containerd.snapshotter"));
            List<String> plugins =
                    said.getPlugins() == null ? null : said.getPlugins().get("Authorization");
            info = new EngineInfo(
                    said.getServerVersion(),
                    security.stream().anyMatch(o -> o.contains("userns")),
                    containerd,
                    said.getImages() == null ? 0 : said.getImages(),
                    said.getOsType() + "/" + said.getArchitecture(),
                    plugins == null ? List.of() : plugins);
        }
        return info;
    }

    /** Why the engine will refuse something, where that is known before it is tried. */
    public Optional<Message> refusal(RootOnlyAction action) throws Trouble {
        List<String> plugins = info().authorization();
        if (plugins.isEmpty() || endpoint instanceof Endpoint.Unix) {
            return Optional.empty();
        }
        return Optional.of(
                switch (action) {
                    case REMOVE_IMAGE -> Message.of("refusal.remove-image", plugins.getFirst());
                    case COPY_INTO_CONTAINER -> Message.of("refusal.copy-in", plugins.getFirst());
                });
    }

    public List<ImageSummary> images() throws Trouble {
        List<Image> images = ask(() -> docker.listImagesCmd().exec());
        return images.stream()
                .map(i -> new ImageSummary(
                        i.getId(),
                        list(i.getRepoTags()),
                        list(i.getRepoDigests()),
                        i.getSize(),
                        Instant.ofEpochSecond(i.getCreated())))
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static List<String> list(String[] strings) {
        return strings == null
                ? List.of()
                : Arrays.stream(strings).filter(s -> !s.startsWith("<none>")).toList();
    }

    /** What an image is made of; empty where the engine has no such image. */
    public Optional<ImageDetails> inspect(String reference) throws Trouble {
        return isName(reference)
                ? raw.get("/images/" + reference + "/json?manifests=1", Map.of())
                        .map(ImageJson::inspected)
                : Optional.empty();
    }

    /** The steps that an image was made by, latest first. */
    public List<ImageLayer> layers(String reference) throws Trouble {
        List<ImageLayer> layers = new ArrayList<>();
        about(reference, "/history").forEach(step -> layers.add(ImageLayer.of(step)));
        return layers;
    }

    /** Everything that the engine tells of an image, as JSON to read. */
    public String inspectText(String reference) throws Trouble {
        return about(reference, "/json").toPrettyString();
    }

    private JsonNode about(String reference, String what) throws Trouble {
        if (!isName(reference)) {
            throw new Trouble(TroubleKind.NO_SUCH_IMAGE, reference);
        }
        return raw.get("/images/" + reference + what, Map.of())
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, reference));
    }

    /**
     * What the registry has under a name ({@code repository:tag} or {@code repository@digest}) now, asked through the
     * engine with the host's credentials; empty where it has nothing.
     */
    public Optional<InRegistry> inRegistry(String reference) throws Trouble {
        if (!isName(reference)) {
            throw new Trouble(TroubleKind.BAD_REFERENCE, reference);
        }
        try {
            return raw.get(
                            "/distribution/" + reference + "/json",
                            Map.of("X-Registry-Auth", registries.header(reference)))
                    .map(Engine::inRegistry);
        } catch (Trouble e) {
            if (e.kind() == TroubleKind.IMAGE_NOT_IN_REGISTRY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static InRegistry inRegistry(JsonNode answer) {
        Descriptor descriptor = Descriptor.of(answer.path("Descriptor"));
        return new InRegistry(descriptor.digest(), descriptor.isIndex());
    }

    /** Whether it can only be a name, and no other path of the engine's. */
    private static boolean isName(String reference) {
        return reference.matches("[A-Za-z0-9][A-Za-z0-9._/:@-]*")
                && !reference.contains("..")
                && !reference.contains("//");
    }

    /** Pulls an image by tag or digest, with the host's credentials. */
    public void pull(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        Failure failure = new Failure();
        StreamedAnswer<PullResponseItem> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(PullResponseItem item) {
                report(item, listener, failure);
            }
        };
        ask(() -> docker.pullImageCmd(withTag(reference))
                .withAuthConfig(credentials(reference))
                .exec(finish));
        finish.await(cancellation);
        failure.raise();
    }

    /** Pushes an image to the registry its name begins with, with the host's credentials. */
    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        Failure failure = new Failure();
        StreamedAnswer<PushResponseItem> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(PushResponseItem item) {
                report(item, listener, failure);
            }
        };
        ask(() -> docker.pushImageCmd(reference)
                .withAuthConfig(credentials(reference))
                .exec(finish));
        finish.await(cancellation);
        failure.raise();
    }

    private AuthConfig credentials(String reference) {
        try {
            Credentials kept = registries.credentialsFor(reference);
            AuthConfig auth = new AuthConfig();
            if (!kept.identityToken().isEmpty()) {
                return auth.withRegistryAddress(kept.registry()).withIdentityToken(kept.identityToken());
            }
            return kept.none()
                    ? auth
                    : auth.withRegistryAddress(kept.registry())
                            .withUsername(kept.user())
                            .withPassword(kept.secret());
        } catch (Trouble e) {
            throw new EngineHttpClient.Unreachable(e);
        }
    }

    /** A reference without a tag means `latest`, as for `docker pull`; the engine would take it for all tags. */
    private static String withTag(String reference) {
        boolean named = reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/');
        return named ? reference : reference + ":latest";
    }

    static void report(ResponseItem item, Progress.Listener listener, Failure failure) {
        if (item.getErrorDetail() != null) {
            failure.set(item.getErrorDetail().getMessage());
        }
        long current =
                item.getProgressDetail() == null || item.getProgressDetail().getCurrent() == null
                        ? 0
                        : item.getProgressDetail().getCurrent();
        long total =
                item.getProgressDetail() == null || item.getProgressDetail().getTotal() == null
                        ? 0
                        : item.getProgressDetail().getTotal();
        String text =
                item.getStream() != null ? item.getStream() : item.getStatus() == null ? "" : item.getStatus() + "\n";
        listener.report(new Progress(item.getId() == null ? "" : item.getId(), text, current, total));
    }

    public void tag(String reference, String newReference) throws Trouble {
        int colon = newReference.lastIndexOf(':');
        boolean tagged = colon > newReference.lastIndexOf('/');
        String repository = tagged ? newReference.substring(0, colon) : newReference;
        ask(() -> docker.tagImageCmd(reference, repository, tagged ? newReference.substring(colon + 1) : "latest")
                .exec());
    }

    /** Removes a tag, and the image with its last one. */
    public void remove(String reference) throws Trouble {
        Optional<Message> refusal = refusal(RootOnlyAction.REMOVE_IMAGE);
        if (refusal.isPresent()) {
            throw new Trouble(
                    TroubleKind.REFUSED_REMOVE_IMAGE, refusal.get().arguments().getFirst());
        }
        ask(() -> docker.removeImageCmd(reference).exec());
    }

    /** Names or ids of the containers that have a label. */
    public Set<String> containersWith(String label) throws Trouble {
        List<Container> all = ask(() -> docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(label))
                .exec());
        return all.stream().map(Container::getId).collect(java.util.stream.Collectors.toSet());
    }

    /**
     * Has the engine check a mapping without making anything, so that nothing is left of a question whose connection is
     * cut. An engine looks at the mounts before it looks at the name (moby, daemon/create.go).
     *
     * @param image any image the engine has
     * @return the engine's objection; empty where it accepts
     */
    public Optional<String> tryMount(String image, String source, String target, boolean readOnly) throws Trouble {
        HostConfig hostConfig = HostConfig.newHostConfig()
                .withBinds(new com.github.dockerjava.api.model.Bind[0])
                .withMounts(List.of(new Mount()
                        .withType(MountType.BIND)
                        .withSource(source)
                        .withTarget(target)
                        .withReadOnly(readOnly)));
        hostConfig.withUsernsMode(""); // the site's plugin takes an absent value for the host's namespace
        CreateContainerResponse made;
        try {
            made = docker.createContainerCmd(image)
                    .withName(NO_NAME)
                    .withCmd("true")
                    .withHostConfig(hostConfig)
                    .exec();
        } catch (DockerException e) {
            String message = EngineTrouble.messageOf(e);
            Optional<String> objection = objection(message);
            if (objection.isEmpty()
                    || message.contains("mount")
                    || message.contains("source path")
                    || message.contains("destination")) {
                return objection;
            }
            throw EngineTrouble.of(e);
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
        ask(() -> docker.removeContainerCmd(made.getId())
                .withRemoveVolumes(true)
                .exec()); // some other engine, which takes any name
        return Optional.empty();
    }

    /** What an engine that was asked for {@link #NO_NAME} objects to besides the name; empty for nothing. */
    public static Optional<String> objection(String said) {
        return Optional.of(said).filter(s -> !s.toLowerCase(Locale.ROOT).startsWith("invalid container name"));
    }

    /** What there is in registries. */
    public RegistryCatalog catalog() {
        return new RegistryCatalog(registries, path -> raw.get(path, Map.of()));
    }

    /** Builds images on this engine. */
    public Builder builder() {
        return new Builder(docker);
    }

    /** This engine's containers, each as a whole. */
    public ContainerControl control() {
        return new ContainerControl(docker, raw);
    }

    /** The streams of this engine's containers. */
    public Containers containers() {
        return new Containers(docker);
    }

    private interface Asked<T> extends Supplier<T> {}

    private <T> T ask(Asked<T> question) throws Trouble {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
    }

    @Override
    public void close() {
        try {
            docker.close();
        } catch (IOException e) {
            System.getLogger(Engine.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
