package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.maxdock.registry.Descriptor;
import org.maxdock.registry.StrictJson;
import org.maxdock.text.Reason;
import org.maxdock.text.Unreadable;

/**
 * Docker's JSON of images: what {@code GET /images/NAME/json} answers, and the configurations, manifests and indexes of
 * the Docker archive and the OCI image layout (github.com/moby/docker-image-spec,
 * github.com/opencontainers/image-spec). All of it is data from elsewhere.
 */
public final class ImageJson {

    private static final Set<String> ROOT = Set.of("rootfs", "os", "architecture", "variant", "config");
    private static final Set<String> CONFIG = Set.of(
            "Entrypoint",
            "Cmd",
            "Env",
            "User",
            "WorkingDir",
            "ExposedPorts",
            "Volumes",
            "Healthcheck",
            "Labels",
            "OnBuild",
            "Shell",
            "StopSignal",
            "Test",
            "Interval",
            "Timeout",
            "StartPeriod",
            "Retries",
            "diff_ids");

    private static final Set<String> ENTRY = Set.of("Config", "RepoTags", "Layers");
    private static final Set<String> MANIFEST = Set.of("manifests", "config", "layers");
    private static final Set<String> DESCRIPTOR = Set.of("mediaType", "digest", "size", "platform", "annotations");
    private static final Set<String> PLATFORM = Set.of("os", "architecture", "variant");

    private ImageJson() {}

    /** One image of a Docker archive's manifest.json: paths in the archive. */
    public record ArchiveEntry(String config, List<String> tags, List<String> layers) {}

    /** A manifest: a configuration and layers. */
    public record Manifest(Descriptor config, List<Descriptor> layers) {}

    /** What GET /images/NAME/json answered. */
    public static ImageDetails inspected(byte[] answer) throws IOException {
        return inspected(StrictJson.parseExactly(answer));
    }

    static ImageDetails inspected(JsonNode image) {
        JsonNode descriptor = image.path("Descriptor");
        boolean containerd = !descriptor.isMissingNode()
                && descriptor.path("digest").asText().equals(image.path("Id").asText());
        String id = image.path("Id").asText();
        String manifest = !containerd ? "" : Descriptor.of(descriptor).isIndex() ? platformManifest(image) : id;
        return new ImageDetails(
                id,
                containerd ? "" : id,
                manifest,
                texts(image.path("RepoDigests")).stream()
                        .filter(d -> !d.startsWith("<none>"))
                        .toList(),
                texts(image.path("RootFS").path("Layers")),
                Descriptor.platform(image.path("Os"), image.path("Architecture"), image.path("Variant")),
                run(image.path("Config")));
    }

    /** With manifests=1 an engine with containerd's store lists the manifests of an index, and which of them it has. */
    private static String platformManifest(JsonNode image) {
        String wanted = Descriptor.platform(image.path("Os"), image.path("Architecture"), image.path("Variant"));
        for (JsonNode one : image.path("Manifests")) {
            JsonNode on = one.path("ImageData").path("Platform");
            if (one.path("Kind").asText().equals("image")
                    && Descriptor.platform(on.path("os"), on.path("architecture"), on.path("variant"))
                            .equals(wanted)) {
                return one.path("Descriptor").path("digest").asText();
            }
        }
        return "";
    }

    /** What a configuration says; its own digest is the caller's to know. */
    public static ImageDetails config(byte[] config, String digest) throws IOException {
        JsonNode json = object(config);
        exact(json, ROOT);
        for (JsonNode part :
                List.of(json.path("config"), json.path("config").path("Healthcheck"), json.path("rootfs"))) {
            exact(part, CONFIG);
        }
        return new ImageDetails(
                digest,
                digest,
                "",
                List.of(),
                texts(json.path("rootfs").path("diff_ids")),
                Descriptor.platform(json.path("os"), json.path("architecture"), json.path("variant")),
                run(json.path("config")));
    }

    /**
     * Docker takes a key in other letters for the same (Go's encoding/json does); MaxDock would not, so what has such a
     * key is not believed.
     */
    private static void exact(JsonNode object, Set<String> keys) throws IOException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name) && keys.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new Unreadable(Reason.of("reason.other-letters", "a key in other letters: " + name, name));
            }
        }
    }

    /** A step that an image was made by; one without a layer changed only the configuration. */
    public record Step(String instruction, boolean layer) {}

    /** The steps of a configuration, first to last. */
    public static List<Step> history(byte[] config) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : object(config).path("history")) {
            steps.add(new Step(
                    ImageLayer.instruction(step.path("created_by").asText("")),
                    !step.path("empty_layer").asBoolean()));
        }
        return steps;
    }

    /** The images of a Docker archive. */
    public static List<ArchiveEntry> archive(byte[] manifest) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (JsonNode entry : StrictJson.parseExactly(manifest)) {
            exact(entry, ENTRY);
            entries.add(new ArchiveEntry(
                    entry.path("Config").asText(), texts(entry.path("RepoTags")), texts(entry.path("Layers"))));
        }
        return entries;
    }

    /** The manifests that an index lists. */
    public static List<Descriptor> index(byte[] index) throws IOException {
        List<Descriptor> all = new ArrayList<>();
        JsonNode json = object(index);
        exact(json, MANIFEST);
        for (JsonNode one : json.path("manifests")) {
            all.add(descriptor(one));
        }
        return all;
    }

    public static Manifest manifest(byte[] manifest) throws IOException {
        JsonNode json = object(manifest);
        exact(json, MANIFEST);
        List<Descriptor> layers = new ArrayList<>();
        for (JsonNode one : json.path("layers")) {
            layers.add(descriptor(one));
        }
        return new Manifest(descriptor(json.path("config")), layers);
    }

    private static Descriptor descriptor(JsonNode json) throws IOException {
        exact(json, DESCRIPTOR);
        exact(json.path("platform"), PLATFORM);
        return Descriptor.of(json);
    }

    private static JsonNode object(byte[] bytes) throws IOException {
        JsonNode json = StrictJson.parseExactly(bytes);
        if (json == null || !json.isObject()) {
            throw new Unreadable(Reason.of("reason.document.no-object", "it does not hold a JSON object"));
        }
        return json;
    }

    private static RunConfiguration run(JsonNode config) {
        JsonNode health = config.path("Healthcheck");
        List<Long> times = health.isObject()
                ? List.of(
                        health.path("Interval").asLong(),
                        health.path("Timeout").asLong(),
                        health.path("StartPeriod").asLong(),
                        health.path("Retries").asLong())
                : List.of();
        return new RunConfiguration(
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                texts(config.path("Env")),
                config.path("User").asText(""),
                config.path("WorkingDir").asText(""),
                names(config.path("ExposedPorts")),
                names(config.path("Volumes")),
                texts(health.path("Test")),
                map(config.path("Labels")),
                times,
                texts(config.path("OnBuild")),
                texts(config.path("Shell")),
                config.path("StopSignal").asText(""));
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }

    /** In the order of Go's templates: by bytes. */
    private static List<String> names(JsonNode object) {
        List<String> all = new ArrayList<>();
        object.fieldNames().forEachRemaining(all::add);
        all.sort((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> all = new TreeMap<>();
        object.properties().forEach(e -> all.put(e.getKey(), e.getValue().asText()));
        return all;
    }
}
