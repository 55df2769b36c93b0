package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where something is by its digest (OCI image specification, Content Descriptors).
 *
 * @param platform {@code os/architecture[/variant]}; empty where it is not said
 * @param name by which an image layout or an engine knows it; empty for none
 */
public record Descriptor(String mediaType, String digest, long size, String platform, String name) {

    private static final String MANIFEST_LIST = "manifest.list";
    private static final String INDEX = "image.index";

    public static Descriptor of(JsonNode json) {
        JsonNode on = json.path("platform");
        JsonNode notes = json.path("annotations");
        String name = notes.path("io.containerd.image.name")
                .asText(notes.path("org.opencontainers.image.ref.name").asText(""));
        return new Descriptor(
                json.path("mediaType").asText(),
                json.path("digest").asText(),
                json.path("size").asLong(),
                on.isObject() ? platform(on.path("os"), on.path("architecture"), on.path("variant")) : "",
                name);
    }

    public static String platform(JsonNode os, JsonNode architecture, JsonNode variant) {
        String more = variant.asText("");
        return os.asText() + "/" + architecture.asText() + (more.isEmpty() ? "" : "/" + more);
    }

    /** Whether it lists manifests for several platforms. */
    public boolean isIndex() {
        return mediaType.contains(INDEX) || mediaType.contains(MANIFEST_LIST);
    }
}
