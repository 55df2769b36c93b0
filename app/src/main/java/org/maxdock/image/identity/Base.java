package org.maxdock.image.identity;

import java.util.List;

/**
 * An image that another was built from, as it was then.
 *
 * @param reference as the Dockerfile names it
 * @param id the engine's image ID
 * @param repoDigests {@code repository@sha256:…}
 */
public record Base(String reference, String id, List<String> repoDigests) {

    public Base {
        repoDigests = repoDigests == null ? List.of() : List.copyOf(repoDigests);
    }
}
