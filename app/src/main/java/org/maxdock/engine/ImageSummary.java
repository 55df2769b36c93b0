package org.maxdock.engine;

import java.time.Instant;
import java.util.List;

/** A line of an engine's list of images. An image without a tag is dangling. */
public record ImageSummary(String id, List<String> tags, List<String> repoDigests, long bytes, Instant created) {

    public ImageSummary {
        tags = List.copyOf(tags);
        repoDigests = List.copyOf(repoDigests);
    }
}
