package org.maxdock.image;

import java.util.List;
import org.maxdock.engine.ImageDetails;

/**
 * What an image is made of. Its names are nobody's proof: a tag can be moved, and an ID means the configuration in one image
 * store and the manifest in the other; so all of it is kept.
 *
 * @param repoDigests {@code repository@sha256:…} of each registry it was pushed to or pulled from
 * @param id          the engine's image ID
 * @param layers      the digests of its uncompressed layers (diff IDs), lowest first
 * @param platform    such as linux/amd64
 */
public record Identity(List<String> repoDigests, String id, List<String> layers, RunConfiguration run, String platform) {

    public Identity {
        repoDigests = List.copyOf(repoDigests);
        layers = List.copyOf(layers);
    }

    static Identity of(ImageDetails image) {
        return new Identity(image.repoDigests(), image.id(), image.layers(),
                new RunConfiguration(image.entrypoint(), image.command(), image.environment(), image.user(),
                        image.workingDirectory(), image.ports(), image.volumes(), image.healthcheck(), image.labels()),
                image.platform());
    }

    /** The first hexadecimal digits of the ID, as people quote them. */
    public String shortId() {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }

    /** The name under which a registry holds exactly this image, if any does. */
    public java.util.Optional<String> pullName(String reference) {
        String repository = References.repository(reference);
        return repoDigests.stream().filter(d -> d.startsWith(repository + "@")).findFirst()
                .or(() -> repoDigests.stream().findFirst());
    }
}
