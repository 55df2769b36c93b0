package org.maxdock.image;

import java.util.List;
import org.maxdock.engine.FolderCopies;
import org.maxdock.engine.ImageSummary;

/**
 * The images that nothing names and no container is of, which is what `docker image prune` removes; and the copies of
 * build folders.
 *
 * @param bytes that at most become free by the images; layers that other images share stay
 */
public record Prunable(List<ImageSummary> images, long bytes, FolderCopies.Found copies) {

    static Prunable of(List<ImageSummary> unused, FolderCopies.Found copies) {
        return new Prunable(
                List.copyOf(unused),
                unused.stream().mapToLong(ImageSummary::bytes).sum(),
                copies);
    }

    /** What is the user's own, without the images. */
    public Prunable copiesAlone() {
        return new Prunable(List.of(), 0, copies);
    }

    public boolean isNothing() {
        return images.isEmpty() && copies.count() == 0;
    }
}
