package org.maxdock.image;

import java.util.List;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.FolderCopies;
import org.maxdock.engine.ImageSummary;

/**
 * The images that nothing names and no container is of, which is what `docker image prune` removes; the copies of build
 * folders; and what no build has used for {@link BuildCache#LONG} of what the engine keeps of builds.
 *
 * @param bytes that at most become free by the images; layers that other images share stay
 */
public record Prunable(List<ImageSummary> images, long bytes, FolderCopies.Found copies, BuildCache.Kept cache) {

    static Prunable of(List<ImageSummary> unused, FolderCopies.Found copies, BuildCache.Kept cache) {
        return new Prunable(
                List.copyOf(unused),
                unused.stream().mapToLong(ImageSummary::bytes).sum(),
                copies,
                cache);
    }

    /** What is the user's own, without the images. */
    public Prunable copiesAlone() {
        return new Prunable(List.of(), 0, copies, BuildCache.Kept.NONE);
    }

    public boolean isNothing() {
        return images.isEmpty() && copies.count() == 0 && cache.unused() == 0;
    }
}
