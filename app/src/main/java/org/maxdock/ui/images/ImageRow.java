package org.maxdock.ui.images;

import java.time.Instant;
import java.util.Optional;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Verdict;

/**
 * A line of the images table: one name of one image.
 *
 * @param reference the tag; empty for a dangling image
 */
record ImageRow(ImageSummary image, String reference, Optional<ImageRecord> record, Optional<Verdict> verdict) {

    String shortId() {
        return image.id().substring(image.id().indexOf(':') + 1, image.id().indexOf(':') + 13);
    }

    Instant created() {
        return image.created();
    }
}
