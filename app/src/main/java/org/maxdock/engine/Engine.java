package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.registry.Descriptor;
import org.maxdock.registry.InRegistry;
import org.maxdock.registry.InsecureRegistries;
import org.maxdock.registry.Registries;
import org.maxdock.registry.RegistryCatalog;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** A Docker Engine behind a host. May be used by many threads. */
public final class Engine implements AutoCloseable {

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
     * Finds the host's engine and has it answer.
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
        engine.ping();
        return engine;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Asks the engine for nothing but an answer: a round trip on an open connection. */
    public void ping() throws Trouble {
        EngineTrouble.ask(() -> docker.pingCmd().exec());
    }

    /** What the engine says of itself; asked once. */
    public EngineInfo info() throws Trouble {
        if (info == null) {
            info = raw.get("/info", EngineLists::info);
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
        return raw.get("/images/json", EngineLists::images).stream()
                .sorted(LATEST_FIRST)
                .toList();
    }

    /** What an image is made of; empty where the engine has no such image. */
    public Optional<ImageDetails> inspect(String reference) throws Trouble {
        return EngineNames.isImage(reference)
                ? raw.get("/images/" + reference + "/json?manifests=1", Map.of(), ImageJson::inspected)
                : Optional.empty();
    }

    /** The steps that an image was made by, latest first. */
    public List<ImageLayer> layers(String reference) throws Trouble {
        return about(reference, "/history", steps -> {
            List<ImageLayer> layers = new ArrayList<>();
            steps.forEach(step -> layers.add(ImageLayer.of(step)));
            return layers;
        });
    }

    /** Everything that the engine tells of an image, as JSON to read. */
    public String inspectText(String reference) throws Trouble {
        return about(reference, "/json", JsonNode::toPrettyString);
    }

    private <T> T about(String reference, String what, Untrusted.Reader<JsonNode, T> reader) throws Trouble {
        return raw.get("/images/" + EngineNames.image(reference) + what, Map.of(), reader)
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, reference));
    }

    public InsecureRegistries insecureRegistries() {
        return new InsecureRegistries(path -> raw.get(path, Map.of()));
    }

    /**
     * What the registry has under a name ({@code repository:tag} or {@code repository@digest}) now, asked through the
     * engine with the host's credentials; empty where it has nothing.
     */
    public Optional<InRegistry> inRegistry(String reference) throws Trouble {
        if (!EngineNames.isImage(reference)) {
            throw new Trouble(TroubleKind.BAD_REFERENCE, reference);
        }
        try {
            return raw.get(
                    "/distribution/" + reference + "/json",
                    Map.of("X-Registry-Auth", registries.header(reference)),
                    Engine::inRegistry);
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

    public void tag(String reference, String newReference) throws Trouble {
        int colon = newReference.lastIndexOf(':');
        boolean tagged = colon > newReference.lastIndexOf('/');
        String repository = tagged ? newReference.substring(0, colon) : newReference;
        String old = EngineNames.image(reference);
        EngineTrouble.ask(
                () -> docker.tagImageCmd(old, repository, tagged ? newReference.substring(colon + 1) : "latest")
                        .exec());
    }

    /** Removes a tag, and the image with its last one. */
    public void remove(String reference) throws Trouble {
        Optional<Message> refusal = refusal(RootOnlyAction.REMOVE_IMAGE);
        if (refusal.isPresent()) {
            throw new Trouble(
                    TroubleKind.REFUSED_REMOVE_IMAGE, refusal.get().arguments().getFirst());
        }
        String named = EngineNames.image(reference);
        EngineTrouble.ask(() -> docker.removeImageCmd(named).exec());
    }

    /** Names or ids of the containers that have a label. */
    public Set<String> containersWith(String label) throws Trouble {
        String path = "/containers/json?all=1&filters="
                + URLEncoder.encode(
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "label",
                                        JsonNodeFactory.instance.arrayNode().add(label))
                                .toString(),
                        StandardCharsets.UTF_8);
        return raw.get(path, EngineLists::containers).stream()
                .map(ContainerSummary::id)
                .collect(Collectors.toSet());
    }

    /** What there is in registries. */
    public RegistryCatalog catalog() {
        return new RegistryCatalog(registries, path -> raw.get(path, Map.of()));
    }

    /** Brings images from registries and to them. */
    public ImageTransfers transfers() {
        return new ImageTransfers(docker, registries);
    }

    /** What it says to a mapping. */
    public MountQuestion mountQuestion() {
        return new MountQuestion(docker);
    }

    /** Builds images on this engine. */
    public Builder builder() {
        return new Builder(docker, () -> registries.proxies(endpoint.dockerHost()));
    }

    /** What it keeps of builds. */
    public BuildCache buildCache() {
        return new BuildCache(raw);
    }

    /** This engine's containers, each as a whole. */
    public ContainerControl control() {
        return new ContainerControl(docker, raw);
    }

    /** The streams of this engine's containers. */
    public Containers containers() {
        return new Containers(docker);
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
