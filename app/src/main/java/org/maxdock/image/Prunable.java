package org.maxdock.image;

import java.util.List;
import org.maxdock.engine.ImageSummary;

/**
 * The images that nothing names and no container is of: what `docker image prune` removes.
 *
 * @param bytes that at most become free; layers that other images share stay
 */
public record Prunable(List<ImageSummary> images, long bytes) {

    static Prunable of(List<ImageSummary> unused) {
        return new Prunable(
                List.copyOf(unused),
                unused.stream().mapToLong(ImageSummary::bytes).sum());
    }
}
